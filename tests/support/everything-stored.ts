import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { TestDatabase } from './database';

/** Everything that the database holds: the files of SQLite, or every row of every table of PostgreSQL. */
export async function everythingStored({ kind, db, url }: TestDatabase): Promise<string> {
	if (kind === 'sqlite') {
		const file = url.replace(/^sqlite:/, '');
		return ['', '-wal'].map((end) => readFileSync(file + end, 'latin1')).join('');
	}
	const tables = await db.introspection.getTables();
	const rows = [];
	for (const { name } of tables)
		rows.push(JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(db)).rows));
	return rows.join('\n');
}
