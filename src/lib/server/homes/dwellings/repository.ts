import { sql, type ExpressionBuilder, type Insertable, type Kysely, type Transaction } from 'kysely';
import { dayOf, romeInstant } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import type { Building, Dwelling } from '$lib/domain/dwelling/dwelling';
import { newId } from '$lib/server/ids';
import type { DwellingFilter } from './dwelling';
import { buildingOf, dwellingOf } from './rows';
import { closedLast, openNotice } from './open-notice-repository';
import { compactText, searchText } from './search-text';
import { plainSigns } from '$lib/domain/numbers/plain-signs';
import { inState } from './state-repository';
import type { BuildingsTable, DwellingEventsTable, DwellingsTable } from './table';

const BATCH = 500;

/** Dwellings that match, in order of code. `limit` and `offset` page them. */
export async function search(
	db: Kysely<Database>,
	filter: DwellingFilter,
	now: Instant,
	range: { limit: number; offset: number } = { limit: 1_000_000, offset: 0 }
): Promise<Dwelling[]> {
	const rows = await matching(db, filter, now)
		.innerJoin('organisations', 'organisations.id', 'dwellings.owner_id')
		.leftJoin('operations', 'operations.id', 'dwellings.operation_id')
		.selectAll('dwellings')
		.select(['organisations.name as owner_name', 'operations.name_it as operation_name'])
		.orderBy((eb) => nearness(eb, filter.text ?? ''))
		.$if(filter.published === true, (query) =>
			query
				.orderBy((eb) => closedLast(eb, now))
				.orderBy('buildings.street')
				.orderBy('buildings.street_number')
		)
		.orderBy('dwellings.code')
		.limit(range.limit)
		.offset(range.offset)
		.execute();
	return withBuildings(db, rows);
}

async function withBuildings(db: Kysely<Database>, rows: readonly Parameters<typeof dwellingOf>[0][]) {
	const buildings = await buildingsOf(db, [...new Set(rows.map((row) => row.building_id))]);
	return rows.map((row) => dwellingOf(row, buildings.get(row.building_id)!));
}

export async function countMatching(db: Kysely<Database>, filter: DwellingFilter, now: Instant): Promise<number> {
	const row = await matching(db, filter, now)
		.select((eb) => eb.fn.countAll<number>().as('total'))
		.executeTakeFirstOrThrow();
	return Number(row.total);
}

export async function findBy(
	db: Kysely<Database>,
	key: { id: string } | { code: string }
): Promise<Dwelling | undefined> {
	const row = await db
		.selectFrom('dwellings')
		.innerJoin('organisations', 'organisations.id', 'dwellings.owner_id')
		.leftJoin('operations', 'operations.id', 'dwellings.operation_id')
		.selectAll('dwellings')
		.select(['organisations.name as owner_name', 'operations.name_it as operation_name'])
		.where((eb) => ('id' in key ? eb('dwellings.id', '=', key.id) : eb('dwellings.code', '=', key.code)))
		.executeTakeFirst();
	if (!row) return undefined;
	const buildings = await buildingsOf(db, [row.building_id]);
	return dwellingOf(row, buildings.get(row.building_id)!);
}

/** Whether anybody may see the dwelling: it belongs to the programme or to a notice opened by `now`. */
export async function isPublished(db: Kysely<Database>, id: string, now: Instant): Promise<boolean> {
	const row = await matching(db, { published: true }, now)
		.select('dwellings.id')
		.where('dwellings.id', '=', id)
		.executeTakeFirst();
	return row !== undefined;
}

function matching(db: Kysely<Database>, filter: DwellingFilter, now: Instant) {
	const { text, zone, rooms, state, operation, programme, published } = filter;
	let query = db.selectFrom('dwellings').innerJoin('buildings', 'buildings.id', 'dwellings.building_id');
	if (text) query = query.where((eb) => saying(eb, text));
	if (filter.mostRentCents !== undefined) query = query.where('dwellings.rent_cents', '<=', filter.mostRentCents);
	if (filter.leastAreaDm2 !== undefined) query = query.where('dwellings.net_area_dm2', '>=', filter.leastAreaDm2);
	if (filter.askable) query = query.where((eb) => eb.exists(openNotice(eb, now)));
	if (zone !== undefined) query = query.where('buildings.rent_zone', '=', zone);
	if (rooms !== undefined) query = query.where('dwellings.rooms', rooms >= 4 ? '>=' : '=', rooms);
	if (operation !== undefined) query = query.where('dwellings.operation_id', '=', operation);
	if (programme) query = query.where('dwellings.operation_id', 'is not', null);
	if (published) query = query.where((eb) => open(eb, now));
	if (state !== undefined) query = query.where((eb) => inState(eb, state, now));
	return query.where((eb) => accessible(eb, filter));
}

type Homes = ExpressionBuilder<Database, 'dwellings' | 'buildings'>;

/**
 * Homes that say each word somewhere, or all of them together without the spaces. Both sides hold only small letters
 * without accents and digits, so `like` means the same on both databases, and `%` and `_` mean nothing. Text without a
 * letter or a digit is said by none.
 */
function saying(eb: Homes, text: string) {
	const words = searchText(plainSigns(text)).split(' ').filter(Boolean).slice(0, 8);
	if (words.length === 0) return sql<boolean>`1 = 0`;
	const each = words.map((word) => eb('dwellings.search', 'like', `%${word}%`));
	const together = sql<string>`replace(${eb.ref('dwellings.search')}, ' ', '')`;
	return eb.or([eb.and(each), eb(together, 'like', `%${words.join('')}%`)]);
}

/** 0 for the home of exactly this code, 1 for those of the building of this code, 2 for all others. */
function nearness(eb: Homes, text: string) {
	const wanted = compactText(text);
	return eb
		.case()
		.when(compact('dwellings.code'), '=', wanted)
		.then(0)
		.when(compact('buildings.code'), '=', wanted)
		.then(1)
		.else(2)
		.end();
}

/** A code without the signs it may hold. */
const compact = (code: 'dwellings.code' | 'buildings.code') =>
	sql<string>`replace(replace(replace(replace(lower(${sql.ref(code)}), '-', ''), '_', ''), '.', ''), '/', '')`;

/** By known measures: a home that was not measured passes no filter. */
function accessible(
	eb: ExpressionBuilder<Database, 'dwellings' | 'buildings'>,
	{ doorMm, stepFree, lift, floorShower }: DwellingFilter
) {
	const asked = [];
	const withLift = eb('buildings.lift', '=', 1);
	if (lift) asked.push(withLift);
	if (stepFree)
		asked.push(eb('buildings.step_free_entrance', '=', 1), eb.or([withLift, eb('dwellings.floor', '<=', 0)]));
	if (floorShower) asked.push(eb('dwellings.shower_floor_level', '=', 1));
	if (doorMm !== undefined)
		asked.push(
			eb('buildings.entrance_door_mm', '>=', doorMm),
			eb('dwellings.flat_door_mm', '>=', doorMm),
			eb('dwellings.inner_door_mm', '>=', doorMm)
		);
	return eb.and(asked);
}

const open = (eb: ExpressionBuilder<Database, 'dwellings' | 'buildings'>, now: Instant) =>
	eb.or([
		eb('dwellings.operation_id', 'is not', null),
		eb.exists(
			eb
				.selectFrom('notice_dwellings')
				.innerJoin('notice_events', 'notice_events.notice_id', 'notice_dwellings.notice_id')
				.innerJoin('notices', 'notices.id', 'notice_dwellings.notice_id')
				.select(sql`1`.as('one'))
				.whereRef('notice_dwellings.dwelling_id', '=', 'dwellings.id')
				.where('notice_events.event', '=', 'opened')
				.where('notices.opens_at', '<=', now)
		)
	]);

async function buildingsOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Building>> {
	const found = new Map<string, Building>();
	for (let start = 0; start < ids.length; start += BATCH) {
		const some = ids.slice(start, start + BATCH);
		const rows = await db.selectFrom('buildings').selectAll().where('id', 'in', some).execute();
		for (const row of rows) found.set(row.id, buildingOf(row));
	}
	return found;
}

export async function findBuilding(
	db: Kysely<Database>,
	key: { id: string } | { code: string }
): Promise<Building | undefined> {
	const row = await db
		.selectFrom('buildings')
		.selectAll()
		.where((eb) => ('id' in key ? eb('id', '=', key.id) : eb('code', '=', key.code)))
		.executeTakeFirst();
	return row && buildingOf(row);
}

/** Locks the dwelling for the rest of the transaction, so that a decision about it stays true until the commit. */
export async function hold(trx: Transaction<Database>, id: string): Promise<void> {
	await trx
		.updateTable('dwellings')
		.set((eb) => ({ search: eb.ref('search') }))
		.where('id', '=', id)
		.execute();
}

export async function insertBuildings(
	trx: Transaction<Database>,
	rows: readonly Insertable<BuildingsTable>[]
): Promise<void> {
	if (rows.length > 0) await trx.insertInto('buildings').values(rows).execute();
}

export async function insertDwellings(
	trx: Transaction<Database>,
	rows: readonly Insertable<DwellingsTable>[]
): Promise<void> {
	if (rows.length > 0) await trx.insertInto('dwellings').values(rows).execute();
}

export async function insertMilestones(
	trx: Transaction<Database>,
	rows: readonly Insertable<DwellingEventsTable>[]
): Promise<void> {
	for (let from = 0; from < rows.length; from += BATCH) {
		await trx
			.insertInto('dwelling_events')
			.values(rows.slice(from, from + BATCH))
			.execute();
	}
}

/** A dwelling of the programme is identified from today, unless it was before. */
export async function identify(trx: Transaction<Database>, dwellingId: string, accountId: string, now: Instant) {
	const at = romeInstant(dayOf(now), '00:00:00');
	await trx
		.insertInto('dwelling_events')
		.values({ id: newId(), dwelling_id: dwellingId, event: 'identified', at, account_id: accountId })
		.onConflict((conflict) => conflict.columns(['dwelling_id', 'event']).doNothing())
		.execute();
}

/** The possible owners and operations of a dwelling, for the choices of a form. */
export async function choices(db: Kysely<Database>) {
	const owners = await db
		.selectFrom('organisations')
		.select(['id', 'name'])
		.where('kind', 'in', ['agency', 'owner'])
		.orderBy('name')
		.execute();
	const operations = await db.selectFrom('operations').select(['id', 'name_it as name']).orderBy('position').execute();
	const lines = await db.selectFrom('operation_lines').select(['operation_id', 'code']).execute();
	const codesOf = (id: string) => lines.flatMap((line) => (line.operation_id === id && line.code ? [line.code] : []));
	const zones = await db
		.selectFrom('buildings')
		.select('rent_zone')
		.distinct()
		.where('rent_zone', 'is not', null)
		.orderBy('rent_zone')
		.execute();
	return {
		owners,
		operations: operations.map((one) => ({ ...one, codes: codesOf(one.id) })),
		zones: zones.map((row) => Number(row.rent_zone))
	};
}
