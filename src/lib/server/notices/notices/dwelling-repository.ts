import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import { mayBeOffered, type HomeToOffer } from '$lib/domain/dwelling/may-be-offered';
import { homesToOffer } from '$lib/server/homes/removals/repository';
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

/** The dwellings of a notice that may be offered, by code; `page` counts from 1. */
export async function listNoticeDwellings(
	db: Kysely<Database>,
	noticeId: string,
	part?: { readonly page: number; readonly size: number }
): Promise<NoticeDwelling[]> {
	const rows = await ofNotice(db, noticeId).where('notice_dwellings.released_at', 'is', null).execute();
	// The opening checked that each is restored. A removal that waits for its second person has not happened yet.
	const here = await whichMayBeOffered(db, rows, (home) => ({ ...home, restored: true, leaving: false }));
	const shown = part ? here.slice((part.page - 1) * part.size, part.page * part.size) : here;
	return shown.map(noticeDwellingOf);
}

/** Every dwelling that a notice has or had, by code: a published version names those that left too. */
export async function listEveryDwelling(db: Kysely<Database>, noticeId: string): Promise<NoticeDwelling[]> {
	return (await ofNotice(db, noticeId).execute()).map(noticeDwellingOf);
}

const ofNotice = (db: Kysely<Database>, noticeId: string) =>
	describedDwellings(db)
		.innerJoin('notice_dwellings', 'notice_dwellings.dwelling_id', 'dwellings.id')
		.select(['notice_dwellings.list', 'notice_dwellings.set_aside', 'notice_dwellings.exclusive'])
		.where('notice_dwellings.notice_id', '=', noticeId)
		.orderBy('dwellings.code');

async function whichMayBeOffered<Row extends { readonly id: string }>(
	db: Kysely<Database>,
	rows: readonly Row[],
	seen: (home: HomeToOffer) => HomeToOffer
): Promise<Row[]> {
	const ids = rows.map(({ id }) => id);
	const homes = await homesToOffer(db, ids);
	return rows.filter(({ id }) => mayBeOffered(seen(homes.get(id)!)).ok);
}

/** Dwellings outside public housing that may be offered and that no live notice, offer or tenancy holds; those of `noticeId` too, marked `held`. */
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
		.where((eb) => isUnheld(eb, noticeId))
		.orderBy('dwellings.code')
		.execute();
	const free = await whichMayBeOffered(db, rows, (home) => home);
	return free.map((row) => ({ ...noticeDwellingOf(row), held: row.held !== null }));
}

/** Certified at some time, so that a large register is not read whole; in no live notice but `noticeId`, and not let. */
function isUnheld({ and, not, exists, selectFrom }: ExpressionBuilder<Database, 'dwellings'>, noticeId: string | null) {
	const certified = selectFrom('certificates')
		.select('certificates.id')
		.whereRef('certificates.dwelling_id', '=', 'dwellings.id')
		.where('certificates.confirmed_at', 'is not', null)
		.where('certificates.voided_at', 'is', null);
	const elsewhere = selectFrom('notice_dwellings')
		.select('notice_dwellings.dwelling_id')
		.whereRef('notice_dwellings.dwelling_id', '=', 'dwellings.id')
		.where('notice_dwellings.released_at', 'is', null)
		.where('notice_dwellings.notice_id', '<>', noticeId ?? '');
	const tenancy = selectFrom('tenancies')
		.select('tenancies.id')
		.whereRef('tenancies.dwelling_id', '=', 'dwellings.id')
		.where('tenancies.ended_at', 'is', null);
	return and([exists(certified), not(exists(elsewhere)), not(exists(tenancy))]);
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

/** Takes a dwelling out of a draft, which promises nothing. */
export async function dropFromDraft(trx: Transaction<Database>, noticeId: string, dwellingId: string): Promise<void> {
	await trx
		.deleteFrom('notice_dwellings')
		.where('notice_id', '=', noticeId)
		.where('dwelling_id', '=', dwellingId)
		.execute();
}

/** Lets a dwelling leave a published notice. Its row stays, because versions and receipts name it. */
export async function releaseDwelling(
	trx: Transaction<Database>,
	noticeId: string,
	dwellingId: string,
	at: string
): Promise<void> {
	await trx
		.updateTable('notice_dwellings')
		.set({ released_at: at })
		.where('notice_id', '=', noticeId)
		.where('dwelling_id', '=', dwellingId)
		.where('released_at', 'is', null)
		.execute();
}

/** The dwellings that left a notice, by code, and when. */
export async function listLeft(db: Kysely<Database>, noticeId: string) {
	const rows = await db
		.selectFrom('notice_dwellings')
		.innerJoin('dwellings', 'dwellings.id', 'notice_dwellings.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.select(['dwellings.id', 'dwellings.code', 'buildings.street', 'buildings.street_number as streetNumber'])
		.select(['buildings.municipality', 'notice_dwellings.released_at as leftAt'])
		.where('notice_dwellings.notice_id', '=', noticeId)
		.where('notice_dwellings.released_at', 'is not', null)
		.orderBy('dwellings.code')
		.execute();
	return rows.map((row) => ({ ...row, leftAt: row.leftAt! }));
}
