import type { Insertable, Kysely, Transaction, Updateable } from 'kysely';
import { changeAt } from '$lib/server/platform/db/at-revision';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import type { Notice } from './notice';
import { noticeOf } from './rows';
import type { NoticeEventsTable, NoticesTable } from './table';

/** All but what is read apart: the plan of the set-asides, and what is sealed. */
const columns = [
	'notices.id',
	'notices.code',
	'notices.source',
	'notices.title_it',
	'notices.title_en',
	'notices.summary_it',
	'notices.summary_en',
	'notices.rule_set_id',
	'notices.rule_set',
	'notices.rule_set_hash',
	'notices.max_choices',
	'notices.offer_days',
	'notices.opens_at',
	'notices.closes_at',
	'notices.beacon_source',
	'notices.beacon',
	'notices.beacon_kind',
	'notices.beacon_chain',
	'notices.beacon_round',
	'notices.set_aside_commitment',
	'notices.synthetic',
	'notices.revision',
	'notices.created_by',
	'notices.created_at'
] as const;

function noticesWithEvents(db: Kysely<Database>) {
	return db
		.selectFrom('notices')
		.leftJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.leftJoin('notice_events as gone', (join) =>
			join.onRef('gone.notice_id', '=', 'notices.id').on('gone.event', '=', 'withdrawn')
		)
		.leftJoin('notice_events as drawn', (join) =>
			join.onRef('drawn.notice_id', '=', 'notices.id').on('drawn.event', '=', 'beacon_recorded')
		)
		.select(columns)
		.select(['opened.at as opened_at', 'gone.at as withdrawn_at', 'drawn.at as beacon_at']);
}

export async function findNotice(db: Kysely<Database>, id: string): Promise<Notice | undefined> {
	const row = await noticesWithEvents(db).where('notices.id', '=', id).executeTakeFirst();
	return row && noticeOf(row);
}

/**
 * Locks a notice until the transaction ends. Requests are sent and receipts are sealed under this lock: a request that was
 * accepted in time and still waits to be written is in the sealed receipts. An update locks on both databases.
 */
export async function lockNotice(trx: Transaction<Database>, id: string): Promise<void> {
	await trx
		.updateTable('notices')
		.set((eb) => ({ revision: eb.ref('revision') }))
		.where('id', '=', id)
		.execute();
}

/** Notices with how many dwellings and live requests each has; the one that closes last first. */
export async function listNotices(db: Kysely<Database>) {
	const rows = await noticesWithEvents(db)
		.select(({ selectFrom }) => [
			selectFrom('notice_dwellings')
				.select((eb) => eb.fn.countAll<number>().as('count'))
				.whereRef('notice_dwellings.notice_id', '=', 'notices.id')
				.where('notice_dwellings.released_at', 'is', null)
				.as('dwellings'),
			selectFrom('applications')
				.select((eb) => eb.fn.countAll<number>().as('count'))
				.whereRef('applications.notice_id', '=', 'notices.id')
				.as('applications')
		])
		.orderBy('notices.closes_at', 'desc')
		.orderBy('notices.id')
		.execute();
	return rows.map((row) => ({
		...noticeOf(row),
		dwellings: Number(row.dwellings),
		applications: Number(row.applications)
	}));
}

export async function insertNotice(trx: Transaction<Database>, row: Insertable<NoticesTable>): Promise<void> {
	await trx.insertInto('notices').values(row).execute();
}

/** Changes a draft if nobody changed it since `revision`; answers whether it did. */
export const updateDraft = (
	trx: Transaction<Database>,
	id: string,
	revision: number,
	changes: Updateable<NoticesTable>
): Promise<boolean> => changeAt(trx.updateTable('notices').set(changes), { id, revision });

/** Writes new columns of a published notice; every form that shows it is older from then on. */
export async function amendNotice(trx: Transaction<Database>, id: string, columns: Updateable<NoticesTable>) {
	await trx
		.updateTable('notices')
		.set(columns)
		.set((eb) => ({ revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

/** Each event happens once: a second one of the same kind is refused by the unique index. */
export async function insertEvent(
	trx: Transaction<Database>,
	event: Omit<NoticeEventsTable, 'id' | 'detail'> & { readonly detail?: string }
): Promise<void> {
	await trx
		.insertInto('notice_events')
		.values({ id: newId(), detail: null, ...event })
		.execute();
}

export async function listEvents(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('notice_events')
		.leftJoin('accounts', 'accounts.id', 'notice_events.account_id')
		.select(['notice_events.event', 'notice_events.at', 'accounts.name as by', 'notice_events.account_id as accountId'])
		.where('notice_id', '=', noticeId)
		.orderBy('at')
		.execute();
}

export async function countDwellings(db: Kysely<Database>, noticeId: string): Promise<number> {
	const { count } = await db
		.selectFrom('notice_dwellings')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('notice_id', '=', noticeId)
		.where('released_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}

export async function countApplications(db: Kysely<Database>, noticeId: string): Promise<number> {
	const { count } = await db
		.selectFrom('applications')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('notice_id', '=', noticeId)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** The choices of every live request under a notice, as stored JSON. */
export async function listChoices(db: Kysely<Database>, noticeId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('applications')
		.select('choices')
		.where('notice_id', '=', noticeId)
		.where('ended_at', 'is', null)
		.execute();
	return rows.map((row) => row.choices);
}

/** Gives `use` the choices, as stored JSON, of each request that was in when the notice closed. */
export async function eachChoicesAt(
	db: Kysely<Database>,
	noticeId: string,
	closesAt: string,
	use: (choices: string) => void
): Promise<void> {
	const rows = await db
		.selectFrom('applications')
		.select('choices')
		.where('notice_id', '=', noticeId)
		.where('submitted_at', '<=', closesAt)
		.where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', closesAt)]))
		.execute();
	for (const { choices } of rows) use(choices);
}

/** The plan of a notice's set-asides, as it was published; null where it opened without one. It is large. */
export async function readPlanFile(db: Kysely<Database>, noticeId: string): Promise<string | null> {
	const row = await db
		.selectFrom('notices')
		.select('set_aside_plan as plan')
		.where('id', '=', noticeId)
		.executeTakeFirst();
	return row?.plan ?? null;
}

export async function findSetAsideSecret(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('notices')
		.select(['set_aside_secret_sealed as sealed', 'set_aside_key_id as keyId'])
		.where('id', '=', noticeId)
		.executeTakeFirst();
}
