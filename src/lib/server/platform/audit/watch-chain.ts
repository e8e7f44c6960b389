import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { log } from '$lib/server/log';
import { verifyChain } from './verify';

/** Verifies the audit log, and writes an error to the server's log when it is broken. */
export async function watchChain(db: Kysely<Database>): Promise<void> {
	const check = await verifyChain(db);
	if (check.ok) log.info({ entries: check.entries }, 'the audit log is intact');
	else log.error({ seq: check.seq, problem: check.problem }, 'the audit log is broken');
}
