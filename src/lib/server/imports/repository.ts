import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Building } from '$lib/domain/dwelling/dwelling';
import type { Database } from '$lib/server/db/schema';
import { updateBuilding, updateDwelling } from '$lib/server/dwellings/edit-repository';
import { buildingRow, dwellingRow, type KnownDwelling } from '$lib/server/dwellings/register';
import { buildingOf, registeredOf } from '$lib/server/dwellings/rows';
import { newId } from '$lib/server/ids';
import type { ImportPlan } from './plan';
import type { ImportsTable } from './table';

const BATCH = 500;

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
	for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}

export async function stage(trx: Transaction<Database>, row: ImportsTable, now: Instant): Promise<void> {
	await trx.deleteFrom('imports').where('expires_at', '<', now).execute();
	await trx.insertInto('imports').values(row).execute();
}

/** A file that `accountId` uploaded and that has not expired. */
export async function find(db: Kysely<Database>, id: string, accountId: string, now: Instant) {
	return db
		.selectFrom('imports')
		.selectAll()
		.where('id', '=', id)
		.where('account_id', '=', accountId)
		.where('expires_at', '>=', now)
		.executeTakeFirst();
}

/** Marks the file as imported, once: false for whoever comes second. */
export async function markImported(trx: Transaction<Database>, id: string, report: string, now: Instant) {
	const done = await trx
		.updateTable('imports')
		.set({ imported_at: now, content: null, report })
		.where('id', '=', id)
		.where('imported_at', 'is', null)
		.executeTakeFirst();
	return Number(done.numUpdatedRows) === 1;
}

/** What the register knows of the codes of a file. */
export async function known(db: Kysely<Database>, codes: { buildings: string[]; dwellings: string[] }) {
	const buildings = new Map<string, Building>();
	const dwellings = new Map<string, KnownDwelling>();
	for (const some of batches(codes.buildings)) {
		const rows = await db.selectFrom('buildings').selectAll().where('code', 'in', some).execute();
		for (const row of rows) buildings.set(row.code, buildingOf(row));
	}
	for (const some of batches(codes.dwellings)) {
		const rows = await db.selectFrom('dwellings').selectAll().where('code', 'in', some).execute();
		for (const row of rows) dwellings.set(row.code, registeredOf(row));
	}
	return { buildings, dwellings };
}

export async function write(trx: Transaction<Database>, plan: ImportPlan, accountId: string, now: Instant) {
	for (const some of batches(plan.newBuildings)) {
		await trx
			.insertInto('buildings')
			.values(some.map((building) => buildingRow(building, now)))
			.execute();
	}
	for (const some of batches(plan.newDwellings)) {
		const rows = some.map(({ dwelling, building }) => dwellingRow(dwelling, building, now));
		await trx.insertInto('dwellings').values(rows).execute();
	}
	const events = plan.newDwellings.flatMap(({ dwelling, milestones }) =>
		milestones.map((milestone) => ({ id: newId(), dwelling_id: dwelling.id, account_id: accountId, ...milestone }))
	);
	for (const some of batches(events))
		await trx
			.insertInto('dwelling_events')
			.values([...some])
			.execute();
	for (const building of plan.changedBuildings) await updateBuilding(trx, building, now);
	for (const { dwelling, building } of plan.changedDwellings) await updateDwelling(trx, dwelling, building, now);
}
