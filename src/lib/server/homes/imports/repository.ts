import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Building } from '$lib/domain/dwelling/dwelling';
import { workEventOf } from '$lib/domain/programme/work';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { updateBuilding, updateDwelling } from '$lib/server/homes/dwellings/edit-repository';
import { buildingRow, dwellingRow, type KnownDwelling } from '$lib/server/homes/dwellings/register';
import { insertBuildings, insertDwellings, insertMilestones } from '$lib/server/homes/dwellings/repository';
import { insertWorkEvent, lineOf, moveWorks, workOf } from '$lib/server/homes/works/repository';
import { insertSurveys } from '$lib/server/homes/dwellings/survey-repository';
import { surveysOf } from '$lib/server/homes/dwellings/survey-rows';
import { buildingOf, registeredOf } from '$lib/server/homes/dwellings/rows';
import { newId } from '$lib/server/ids';
import type { BuildingPlan, DwellingPlan } from './plan';
import { storedReport } from './stored-report';
import type { ImportsTable } from './table';

/** Rows that an account of the demo puts in the register are invented. */
type Importer = Pick<Actor, 'id' | 'demo'>;

export async function stage(trx: Transaction<Database>, row: ImportsTable, now: Instant): Promise<void> {
	await trx.deleteFrom('imports').where('expires_at', '<', now).execute();
	await trx.insertInto('imports').values(row).execute();
}

/** A file that `accountId` uploaded and that has not expired. */
export async function find(db: Kysely<Database>, id: string, accountId: string, now: Instant) {
	const row = await db
		.selectFrom('imports')
		.select(['file_name as fileName', 'content', 'report', 'expires_at as expiresAt', 'imported_at as importedAt'])
		.where('id', '=', id)
		.where('account_id', '=', accountId)
		.where('expires_at', '>=', now)
		.executeTakeFirst();
	return row && { ...row, report: storedReport(row.report) };
}

/** Marks the file as imported, once; false for the second caller. */
export async function markImported(trx: Transaction<Database>, id: string, now: Instant) {
	const done = await trx
		.updateTable('imports')
		.set({ imported_at: now, content: null })
		.where('id', '=', id)
		.where('imported_at', 'is', null)
		.executeTakeFirst();
	return Number(done.numUpdatedRows) === 1;
}

export async function keepReport(trx: Transaction<Database>, id: string, report: string): Promise<void> {
	await trx.updateTable('imports').set({ report }).where('id', '=', id).execute();
}

/** The register's facts about some buildings of a file, by code. */
export async function knownBuildings(db: Kysely<Database>, codes: readonly string[]): Promise<Map<string, Building>> {
	const rows = await db.selectFrom('buildings').selectAll().where('code', 'in', codes).execute();
	return new Map(rows.map((row) => [row.code, buildingOf(row)]));
}

/** The register's facts about some dwellings of a file, by code. */
export async function knownDwellings(db: Kysely<Database>, codes: readonly string[]) {
	const rows = await db.selectFrom('dwellings').selectAll().where('code', 'in', codes).execute();
	return new Map(rows.map((row): [string, KnownDwelling] => [row.code, registeredOf(row)]));
}

/** The codes, addresses and numbers of everything in the register, to find look-alikes. */
export async function registeredHomes(db: Kysely<Database>) {
	const buildings = await db
		.selectFrom('buildings')
		.select(['code', 'street', 'street_number as streetNumber', 'municipality'])
		.execute();
	const homes = await db
		.selectFrom('dwellings')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.select(['dwellings.code', 'dwellings.unit', 'buildings.code as building'])
		.execute();
	return { buildings, homes };
}

export async function writeBuildings(
	trx: Transaction<Database>,
	{ added, changed }: BuildingPlan,
	known: ReadonlyMap<string, Building>,
	by: Importer,
	now: Instant
) {
	const rows = added.map((building) => buildingRow(building, now, by));
	await insertBuildings(trx, rows);
	for (const building of changed) await updateBuilding(trx, building, now);
	const surveys = [...added, ...changed].flatMap((building) =>
		surveysOf({ buildingId: building.id }, known.get(building.code) ?? null, building, { by: by.id, at: now })
	);
	await insertSurveys(trx, surveys);
}

/** Writes some dwellings, whose buildings are written. */
export async function writeDwellings(
	trx: Transaction<Database>,
	{ added, changed }: DwellingPlan,
	known: { buildings: ReadonlyMap<string, Building>; dwellings: ReadonlyMap<string, KnownDwelling> },
	by: Importer,
	now: Instant
) {
	const { buildings } = known;
	const rows = added.map((one) => dwellingRow(one.dwelling, buildings.get(one.buildingCode)!, now, by));
	await insertDwellings(trx, rows);
	await writeMilestones(trx, added, by, now);
	for (const one of changed) {
		await updateDwelling(trx, one.dwelling, buildings.get(one.buildingCode)!, now);
		const { id, code, operationId } = one.dwelling;
		if (known.dwellings.get(code)?.operationId !== operationId) await moveWorks(trx, id, operationId);
	}
	const surveys = [...added, ...changed].flatMap(({ dwelling }) => {
		const before = known.dwellings.get(dwelling.code) ?? null;
		return surveysOf({ dwellingId: dwelling.id }, before, dwelling, { by: by.id, at: now });
	});
	await insertSurveys(trx, surveys);
}

/** The milestones of new dwellings: those of works under a work of each. */
async function writeMilestones(trx: Transaction<Database>, added: DwellingPlan['added'], by: Importer, now: Instant) {
	const identified = added.flatMap(({ dwelling, milestones }) =>
		milestones.flatMap(({ event, at }) =>
			event === 'identified' ? [{ id: newId(), dwelling_id: dwelling.id, account_id: by.id, event, at }] : []
		)
	);
	await insertMilestones(trx, identified);
	const withWorks = added.filter(({ milestones }) => milestones.some(({ event }) => workEventOf(event)));
	for (const { dwelling, milestones } of withWorks) {
		const lineId = await lineOf(trx, dwelling.operationId);
		const workId = await workOf(trx, { id: dwelling.id, lineId, netAreaDm2: dwelling.netAreaDm2 }, now);
		for (const { event, at } of milestones) {
			const ofWork = workEventOf(event);
			if (ofWork) await insertWorkEvent(trx, workId, { event: ofWork, at, account_id: by.id });
		}
	}
}
