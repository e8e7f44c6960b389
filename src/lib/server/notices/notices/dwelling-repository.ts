import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { buildingMeasureColumns, dwellingMeasureColumns } from '$lib/server/homes/dwellings/measure-columns';
import { storedWords } from '$lib/server/platform/db/stored-lists';
import { noticeDwellingOf } from './rows';
import type { NoticeDwelling } from './notice';

const BATCH = 500;

function describedDwellings(db: Kysely<Database>) {
	return db
		.selectFrom('dwellings')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.innerJoin('organisations', 'organisations.id', 'dwellings.owner_id')
		.select([
			'dwellings.id',
			'dwellings.code',
			'buildings.street',
			'buildings.street_number',
			'buildings.municipality',
			'buildings.district',
			'buildings.rent_zone',
			'dwellings.unit',
			'dwellings.floor',
			'dwellings.rooms',
			'dwellings.net_area_dm2',
			'dwellings.rent_cents',
			'dwellings.energy_class',
			'buildings.built_year',
			'organisations.name as owner',
			'dwellings.synthetic'
		])
		.select(buildingMeasureColumns.map((column) => `buildings.${column}` as const))
		.select(dwellingMeasureColumns.map((column) => `dwellings.${column}` as const));
}

/** The dwellings of a notice, by code; `page` counts from 1. */
export async function listNoticeDwellings(
	db: Kysely<Database>,
	noticeId: string,
	part?: { readonly page: number; readonly size: number }
): Promise<NoticeDwelling[]> {
	const all = describedDwellings(db)
		.innerJoin('notice_dwellings', 'notice_dwellings.dwelling_id', 'dwellings.id')
		.select(['notice_dwellings.list', 'notice_dwellings.set_aside', 'notice_dwellings.exclusive'])
		.where('notice_dwellings.notice_id', '=', noticeId)
		.where('notice_dwellings.released_at', 'is', null)
		.orderBy('dwellings.code');
	const rows = await (part ? all.limit(part.size).offset((part.page - 1) * part.size) : all).execute();
	return rows.map(noticeDwellingOf);
}

/** Certified dwellings outside public housing that no live notice, offer or tenancy holds; those of `noticeId` too, marked `held`. */
export async function listFreeDwellings(
	db: Kysely<Database>,
	noticeId: string | null
): Promise<(NoticeDwelling & { readonly held: boolean })[]> {
	const rows = await describedDwellings(db)
		.leftJoin('notice_dwellings as mine', (join) =>
			join.onRef('mine.dwelling_id', '=', 'dwellings.id').on('mine.notice_id', '=', noticeId ?? '')
		)
		.select(['dwellings.owner_id as list', 'mine.set_aside', 'mine.notice_id as held'])
		.where('dwellings.erp', '=', 0)
		.where((eb) => isFree(eb, noticeId))
		.orderBy('dwellings.code')
		.execute();
	return rows.map((row) => ({ ...noticeDwellingOf(row), held: row.held !== null }));
}

/** Certified, neither withdrawn nor let, and in no live notice but `noticeId`. */
function isFree({ and, not, exists, selectFrom }: ExpressionBuilder<Database, 'dwellings'>, noticeId: string | null) {
	const event = (...names: readonly ('certified' | 'withdrawn' | 'let_before_portal')[]) =>
		exists(
			selectFrom('dwelling_events')
				.select('dwelling_events.id')
				.whereRef('dwelling_events.dwelling_id', '=', 'dwellings.id')
				.where('dwelling_events.event', 'in', names)
		);
	const elsewhere = selectFrom('notice_dwellings')
		.select('notice_dwellings.dwelling_id')
		.whereRef('notice_dwellings.dwelling_id', '=', 'dwellings.id')
		.where('notice_dwellings.released_at', 'is', null)
		.where('notice_dwellings.notice_id', '<>', noticeId ?? '');
	const tenancy = selectFrom('tenancies')
		.select('tenancies.id')
		.whereRef('tenancies.dwelling_id', '=', 'dwellings.id')
		.where('tenancies.ended_at', 'is', null);
	const gone = event('withdrawn', 'let_before_portal');
	return and([event('certified'), not(gone), not(exists(elsewhere)), not(exists(tenancy))]);
}

type Placed = { readonly dwellingId: string; readonly list: string; readonly setAside: readonly string[] };

/** Makes `placed` the dwellings of a draft. The unique index refuses one that another live notice holds. */
export async function replaceDwellings(
	trx: Transaction<Database>,
	noticeId: string,
	placed: readonly Placed[]
): Promise<void> {
	await trx.deleteFrom('notice_dwellings').where('notice_id', '=', noticeId).execute();
	const rows = placed.map(({ dwellingId, list, setAside }) => ({
		notice_id: noticeId,
		dwelling_id: dwellingId,
		list,
		set_aside: JSON.stringify(setAside),
		released_at: null
	}));
	for (let from = 0; from < rows.length; from += BATCH) {
		await trx
			.insertInto('notice_dwellings')
			.values(rows.slice(from, from + BATCH))
			.execute();
	}
}

/** Writes what each dwelling of a notice is set aside for. */
export async function setLabels(
	trx: Transaction<Database>,
	noticeId: string,
	labels: ReadonlyMap<string, readonly string[]>
): Promise<void> {
	for (const [dwellingId, categories] of labels) {
		await trx
			.updateTable('notice_dwellings')
			.set({ set_aside: JSON.stringify(categories) })
			.where('notice_id', '=', noticeId)
			.where('dwelling_id', '=', dwellingId)
			.execute();
	}
}

/** Which of these dwellings another live notice holds, and its code. */
export async function listTaken(db: Kysely<Database>, dwellingIds: readonly string[], noticeId: string | null) {
	if (dwellingIds.length === 0) return [];
	return db
		.selectFrom('notice_dwellings')
		.innerJoin('notices', 'notices.id', 'notice_dwellings.notice_id')
		.innerJoin('dwellings', 'dwellings.id', 'notice_dwellings.dwelling_id')
		.leftJoin('accounts', 'accounts.id', 'notices.created_by')
		.select(['dwellings.code as dwelling', 'notices.code as notice', 'accounts.name as by', 'notices.created_at as at'])
		.where('notice_dwellings.released_at', 'is', null)
		.where('notice_dwellings.dwelling_id', 'in', dwellingIds)
		.where('notice_dwellings.notice_id', '<>', noticeId ?? '')
		.execute();
}

/** The dwellings of a draft as the register knows them now: their owner's list, their measures. */
export async function listDraftDwellings(db: Kysely<Database>, noticeId: string): Promise<NoticeDwelling[]> {
	const rows = await describedDwellings(db)
		.innerJoin('notice_dwellings', 'notice_dwellings.dwelling_id', 'dwellings.id')
		.select(['dwellings.owner_id as list', 'notice_dwellings.set_aside'])
		.where('notice_dwellings.notice_id', '=', noticeId)
		.orderBy('dwellings.code')
		.execute();
	return rows.map(noticeDwellingOf);
}

/**
 * The set-asides of a notice's dwellings, by id: dwellings that left it included, dwellings open to everybody left out.
 */
export async function listLabels(db: Kysely<Database>, noticeId: string): Promise<Record<string, readonly string[]>> {
	const rows = await db
		.selectFrom('notice_dwellings')
		.select(['dwelling_id as id', 'set_aside as setAside'])
		.where('notice_id', '=', noticeId)
		.orderBy('dwelling_id')
		.execute();
	const labels = rows.map(({ id, setAside }) => [id, storedWords(setAside)] as const);
	return Object.fromEntries(labels.filter(([, categories]) => categories.length > 0));
}

/** The names of the owners of a notice's lists, by list. */
export async function listOwners(db: Kysely<Database>, noticeId: string): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.selectFrom('notice_dwellings')
		.innerJoin('dwellings', 'dwellings.id', 'notice_dwellings.dwelling_id')
		.innerJoin('organisations', 'organisations.id', 'dwellings.owner_id')
		.select(['notice_dwellings.list', 'organisations.name'])
		.distinct()
		.where('notice_dwellings.notice_id', '=', noticeId)
		.execute();
	return new Map(rows.map(({ list, name }) => [list, name]));
}
