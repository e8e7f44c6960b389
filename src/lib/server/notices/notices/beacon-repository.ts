import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { NoticeBeaconsTable } from './table';

/** The entered numbers of a notice's public draw, and who entered them. */
export async function findEntry(db: Kysely<Database>, noticeId: string) {
	return db
		.selectFrom('notice_beacons')
		.leftJoin('accounts as first', 'first.id', 'notice_beacons.entered_by')
		.leftJoin('accounts as second', 'second.id', 'notice_beacons.confirmed_by')
		.select([
			'notice_beacons.kind',
			'notice_beacons.proof',
			'notice_beacons.beacon',
			'notice_beacons.entered_by as enteredBy',
			'notice_beacons.entered_at as enteredAt',
			'notice_beacons.confirmed_at as confirmedAt',
			'first.name as enteredByName',
			'second.name as confirmedByName'
		])
		.where('notice_beacons.notice_id', '=', noticeId)
		.executeTakeFirst();
}

/** One entry a notice: a second is refused by the primary key. */
export async function insertEntry(
	trx: Transaction<Database>,
	entry: Omit<Insertable<NoticeBeaconsTable>, 'confirmed_by' | 'confirmed_at'>
): Promise<void> {
	await trx
		.insertInto('notice_beacons')
		.values({ ...entry, confirmed_by: null, confirmed_at: null })
		.execute();
}

/** Writes an unconfirmed entry anew. */
export async function replaceEntry(
	trx: Transaction<Database>,
	noticeId: string,
	entry: Pick<NoticeBeaconsTable, 'proof' | 'beacon' | 'entered_by' | 'entered_at'>
): Promise<void> {
	await trx
		.updateTable('notice_beacons')
		.set(entry)
		.where('notice_id', '=', noticeId)
		.where('confirmed_at', 'is', null)
		.execute();
}

/** Confirms the entry if it still says `beacon` and nobody has; answers whether this call did. */
export async function confirmEntry(
	trx: Transaction<Database>,
	noticeId: string,
	beacon: string,
	by: string,
	at: string
): Promise<boolean> {
	const done = await trx
		.updateTable('notice_beacons')
		.set({ confirmed_by: by, confirmed_at: at })
		.where('notice_id', '=', noticeId)
		.where('beacon', '=', beacon)
		.where('confirmed_at', 'is', null)
		.returning('notice_id')
		.execute();
	return done.length === 1;
}

/** The database refuses a number that no confirmed entry proves. */
export async function setBeacon(trx: Transaction<Database>, id: string, beacon: string): Promise<void> {
	await trx.updateTable('notices').set({ beacon }).where('id', '=', id).execute();
}

/** Closed notices that wait for a round of drand. */
export async function listWaitingForDrand(db: Kysely<Database>, now: string) {
	return db
		.selectFrom('notices')
		.innerJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.select(['notices.id', 'notices.beacon_chain as chain', 'notices.beacon_round as round'])
		.where('notices.beacon_kind', '=', 'drand')
		.where('notices.beacon', 'is', null)
		.where('notices.closes_at', '<', now)
		.execute();
}
