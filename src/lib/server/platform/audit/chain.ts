import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { AuditEntry, ChainedEntry } from './entry';
import { appendEntries, lockHead } from './repository';

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

type Unhashed = Omit<ChainedEntry, 'hash'>;

/** SHA-256 of the entry and of the hash before it, in lower-case hex: changing any entry breaks every later one. */
export function entryHash(entry: Unhashed): string {
	const fields = [
		entry.previousHash,
		entry.seq,
		entry.at,
		entry.actorId,
		entry.actorRole,
		entry.event,
		entry.subjectType,
		entry.subjectId,
		entry.reason,
		entry.detail
	];
	return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Writes the queued entries behind the head of the chain; the last statements of a transaction. */
export async function flushAudit(trx: Transaction<Database>, entries: readonly AuditEntry[]): Promise<void> {
	if (entries.length === 0) return;
	let { seq, hash } = await lockHead(trx);
	const chained = entries.map((entry): ChainedEntry => {
		seq += 1;
		const unhashed: Unhashed = {
			seq,
			at: entry.at,
			actorId: entry.by.id,
			actorRole: entry.by.role,
			event: entry.event,
			subjectType: entry.subject.type,
			subjectId: entry.subject.id,
			reason: entry.reason ?? null,
			detail: entry.detail ? JSON.stringify(entry.detail) : null,
			previousHash: hash
		};
		hash = entryHash(unhashed);
		return { ...unhashed, hash };
	});
	await appendEntries(trx, chained, { seq, hash });
}
