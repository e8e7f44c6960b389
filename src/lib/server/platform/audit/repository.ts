import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { signedHead } from '$lib/domain/rounds/log-head';
import type { Database } from '$lib/server/schema';
import type { ChainedEntry } from './entry';

const BATCH = 500;

const columns = [
	'seq',
	'at',
	'actor_id as actorId',
	'actor_role as actorRole',
	'event',
	'subject_type as subjectType',
	'subject_id as subjectId',
	'reason',
	'detail',
	'previous_hash as previousHash',
	'hash'
] as const;

const rowOf = ({ actorId, actorRole, subjectType, subjectId, previousHash, ...same }: ChainedEntry) => ({
	...same,
	actor_id: actorId,
	actor_role: actorRole,
	subject_type: subjectType,
	subject_id: subjectId,
	previous_hash: previousHash
});

/** The head of the chain, locked until the transaction ends (SQLite holds the only write lock already). */
export async function lockHead(trx: Transaction<Database>): Promise<{ seq: number; hash: string }> {
	// An update locks the row on both databases; `for update` is unknown to SQLite.
	return trx
		.updateTable('audit_head')
		.set((eb) => ({ seq: eb.ref('seq') }))
		.where('id', '=', 1)
		.returning(['seq', 'hash'])
		.executeTakeFirstOrThrow();
}

export async function appendEntries(
	trx: Transaction<Database>,
	entries: readonly ChainedEntry[],
	head: { seq: number; hash: string }
): Promise<void> {
	for (let from = 0; from < entries.length; from += BATCH) {
		const rows = entries.slice(from, from + BATCH).map(rowOf);
		await trx.insertInto('audit_entries').values(rows).execute();
	}
	await trx.updateTable('audit_head').set(head).where('id', '=', 1).execute();
}

export async function readHead(db: Kysely<Database>): Promise<{ seq: number; hash: string }> {
	return db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow();
}

/** The heads that stand on the published versions of rounds and in their signed statements, `number:hash`. */
export async function publishedHeads(db: Kysely<Database>): Promise<string[]> {
	const rows = await db
		.selectFrom('rounds')
		.select(['audit_head', 'statement'])
		.where('audit_head', 'is not', null)
		.execute();
	return rows.flatMap(({ audit_head, statement }) => [audit_head!, signedHead(statement ?? '') ?? []].flat());
}

/** Up to `limit` entries after `seq`, in order. */
export async function entriesAfter(db: Kysely<Database>, seq: number, limit: number): Promise<ChainedEntry[]> {
	return db.selectFrom('audit_entries').select(columns).where('seq', '>', seq).orderBy('seq').limit(limit).execute();
}

export type EntryFilter = {
	readonly event: string;
	/** An id: of who acted, or of what was acted on. */
	readonly id: string;
	readonly from: Instant | null;
	readonly to: Instant | null;
	/** Entries older than this one, for the next page. */
	readonly before: number | null;
};

/** The newest entries that match, `limit` at most. */
export async function searchEntries(db: Kysely<Database>, filter: EntryFilter, limit: number): Promise<ChainedEntry[]> {
	let query = db.selectFrom('audit_entries').select(columns);
	if (filter.event) query = query.where('event', '=', filter.event);
	if (filter.id) query = query.where((eb) => eb.or([eb('actor_id', '=', filter.id), eb('subject_id', '=', filter.id)]));
	if (filter.from) query = query.where('at', '>=', filter.from);
	if (filter.to) query = query.where('at', '<=', filter.to);
	if (filter.before) query = query.where('seq', '<', filter.before);
	return query.orderBy('seq', 'desc').limit(limit).execute();
}

/** What was done to these records and by whom, the newest first. */
export async function actsOn(
	db: Kysely<Database>,
	subjects: readonly { readonly type: string; readonly ids: readonly string[] }[],
	limit: number
) {
	const some = subjects.filter(({ ids }) => ids.length > 0);
	if (some.length === 0) return [];
	return db
		.selectFrom('audit_entries')
		.leftJoin('accounts', 'accounts.id', 'audit_entries.actor_id')
		.select(['audit_entries.seq', 'audit_entries.at', 'audit_entries.event', 'audit_entries.actor_role as role'])
		.select(['accounts.name', 'audit_entries.detail'])
		.where(({ or, and, eb }) =>
			or(some.map(({ type, ids }) => and([eb('subject_type', '=', type), eb('subject_id', 'in', ids)])))
		)
		.orderBy('audit_entries.seq', 'desc')
		.limit(limit)
		.execute();
}

/** What was done under a mandate and by whom, the newest first; `detail` as stored. */
export async function actsUnder(db: Kysely<Database>, mandateId: string, limit: number) {
	return db
		.selectFrom('audit_entries')
		.leftJoin('accounts', 'accounts.id', 'audit_entries.actor_id')
		.select(['audit_entries.seq', 'audit_entries.at', 'audit_entries.event', 'audit_entries.detail'])
		.select(['accounts.name', 'audit_entries.actor_role as role'])
		.where('subject_type', '=', 'mandate')
		.where('subject_id', '=', mandateId)
		.orderBy('audit_entries.seq', 'desc')
		.limit(limit)
		.execute();
}

/** The kinds of act that occurred. */
export async function listEvents(db: Kysely<Database>): Promise<string[]> {
	const rows = await db.selectFrom('audit_entries').select('event').distinct().orderBy('event').execute();
	return rows.map((row) => row.event);
}

/** The newest act on a record, with the name of the person who did it; null when nothing was done to it. */
export async function lastAct(
	db: Kysely<Database>,
	subject: { readonly type: string; readonly id: string }
): Promise<{ readonly accountId: string | null; readonly name: string | null; readonly at: Instant } | null> {
	const row = await db
		.selectFrom('audit_entries')
		.leftJoin('accounts', 'accounts.id', 'audit_entries.actor_id')
		.select(['accounts.id as accountId', 'accounts.name', 'audit_entries.at'])
		.where('subject_type', '=', subject.type)
		.where('subject_id', '=', subject.id)
		.orderBy('seq', 'desc')
		.executeTakeFirst();
	return row ?? null;
}
