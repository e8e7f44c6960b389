import type { Kysely, Transaction } from 'kysely';
import type { NoticeOfDwelling, Which } from '$lib/server/homes/dwellings/promises';
import type { Database } from '$lib/server/schema';

const BATCH = 500;

/**
 * The notices of these dwellings, or of all the dwellings of these buildings, by code. A notice promises a dwelling from
 * the moment it opens until a family has the keys, or until the notice is withdrawn.
 */
export async function listNoticesOf(db: Kysely<Database>, which: Which): Promise<NoticeOfDwelling[]> {
	const ids = 'dwellings' in which ? which.dwellings : which.buildings;
	const column = 'dwellings' in which ? 'dwellings.id' : 'dwellings.building_id';
	const found: NoticeOfDwelling[] = [];
	for (let from = 0; from < ids.length; from += BATCH) {
		const rows = await noticesOfDwellings(db)
			.where(column, 'in', ids.slice(from, from + BATCH))
			.execute();
		for (const { openedAt, withdrawnAt, releasedAt, keys, ...row } of rows) {
			const over = withdrawnAt !== null || releasedAt !== null || keys !== null;
			found.push({ ...row, stage: over ? 'over' : openedAt === null ? 'draft' : 'promised' });
		}
	}
	return found;
}

function noticesOfDwellings(db: Kysely<Database>) {
	return db
		.selectFrom('notice_dwellings')
		.innerJoin('dwellings', 'dwellings.id', 'notice_dwellings.dwelling_id')
		.innerJoin('notices', 'notices.id', 'notice_dwellings.notice_id')
		.leftJoin('notice_events as opened', (join) =>
			join.onRef('opened.notice_id', '=', 'notices.id').on('opened.event', '=', 'opened')
		)
		.leftJoin('notice_events as gone', (join) =>
			join.onRef('gone.notice_id', '=', 'notices.id').on('gone.event', '=', 'withdrawn')
		)
		.select(['dwellings.id as dwellingId', 'dwellings.building_id as buildingId'])
		.select(['notices.id as noticeId', 'notices.code', 'opened.at as openedAt', 'gone.at as withdrawnAt'])
		.select('notice_dwellings.released_at as releasedAt')
		.select(({ selectFrom }) =>
			selectFrom('tenancies')
				.innerJoin('tenancy_events', 'tenancy_events.tenancy_id', 'tenancies.id')
				.select((eb) => eb.fn.min('tenancy_events.at').as('at'))
				.whereRef('tenancies.dwelling_id', '=', 'dwellings.id')
				.where('tenancy_events.event', '=', 'keys_delivered')
				.as('keys')
		)
		.orderBy('notices.code')
		.orderBy('dwellings.code');
}

/** Keeps the notices from opening until the transaction ends, so that what is read of them next stays true. */
export async function holdNotices(trx: Transaction<Database>, which: Which): Promise<NoticeOfDwelling[]> {
	const ids = [...new Set((await listNoticesOf(trx, which)).map(({ noticeId }) => noticeId))].sort();
	for (let from = 0; from < ids.length; from += BATCH) {
		await trx
			.updateTable('notices')
			.set((eb) => ({ revision: eb.ref('revision') }))
			.where('id', 'in', ids.slice(from, from + BATCH))
			.execute();
	}
	return listNoticesOf(trx, which);
}
