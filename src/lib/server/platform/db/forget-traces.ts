import { sql } from 'kysely';
import type { AppDatabase } from './database';

/**
 * Merges the write-ahead log of SQLite and empties it: it holds pages as they were before an erasure. What is deleted in
 * the file itself is overwritten (`secure_delete`). PostgreSQL has means of its own (docs/operations.md).
 */
export async function forgetTraces({ kind, db }: Pick<AppDatabase, 'kind' | 'db'>): Promise<void> {
	if (kind === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
