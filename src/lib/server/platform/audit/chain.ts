import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { AuditEntry } from './entry';
import { appendEntries, lockHead } from './repository';
import type { AuditEntriesTable } from './table';

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

type Chained = Omit<AuditEntriesTable, 'hash'>;

/** SHA-256 of the row and of the hash before it, in lower-case hex: changing any row breaks every later one. */
export function entryHash(row: Chained): string {
	const fields = [
		row.previous_hash,
		row.seq,
		row.at,
		row.actor_id,
		row.actor_role,
		row.event,
		row.subject_type,
		row.subject_id,
		row.reason,
		row.detail
	];
	return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Writes the queued entries behind the head of the chain; the last statements of a transaction. */
export async function flushAudit(trx: Transaction<Database>, entries: readonly AuditEntry[]): Promise<void> {
	if (entries.length === 0) return;
	let { seq, hash } = await lockHead(trx);
	const rows = entries.map((entry) => {
		seq += 1;
		const row: Chained = {
			seq,
			at: entry.at,
			actor_id: entry.by.id,
			actor_role: entry.by.role,
			event: entry.event,
			subject_type: entry.subject.type,
			subject_id: entry.subject.id,
			reason: entry.reason ?? null,
			detail: entry.detail ? JSON.stringify(entry.detail) : null,
			previous_hash: hash
		};
		hash = entryHash(row);
		return { ...row, hash };
	});
	await appendEntries(trx, rows, { seq, hash });
}
