import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Building } from '$lib/domain/dwelling/dwelling';
import type { Database } from '$lib/server/schema';
import { buildingRow, dwellingRow, dwellingSearch, type KnownDwelling, type NewBuilding } from './register';
import { registeredOf } from './rows';

/** The facts of a dwelling in the register, as a form or a file gives them. */
export async function findRegistered(db: Kysely<Database>, id: string): Promise<KnownDwelling | undefined> {
	const row = await db.selectFrom('dwellings').selectAll().where('id', '=', id).executeTakeFirst();
	return row && registeredOf(row);
}

/** Takes the building for the rest of the transaction. */
export async function holdBuilding(trx: Transaction<Database>, id: string): Promise<void> {
	await trx
		.updateTable('buildings')
		.set((eb) => ({ code: eb.ref('code') }))
		.where('id', '=', id)
		.execute();
}

/** The highest floor with a dwelling of the building; null where none is known. */
export async function highestFloor(trx: Transaction<Database>, buildingId: string): Promise<number | null> {
	const { floor } = await trx
		.selectFrom('dwellings')
		.select(({ fn }) => fn.max('floor').as('floor'))
		.where('building_id', '=', buildingId)
		.executeTakeFirstOrThrow();
	return floor;
}

export async function updateDwelling(
	trx: Transaction<Database>,
	dwelling: KnownDwelling,
	building: Pick<Building, 'id' | 'code' | 'street' | 'streetNumber' | 'municipality' | 'district'>,
	now: Instant
): Promise<void> {
	const { id, synthetic: _, created_at: __, ...fields } = dwellingRow(dwelling, building, now, { demo: false });
	await trx.updateTable('dwellings').set(fields).where('id', '=', id).execute();
}

/** A building that moves in the register is found at its new address, with all its dwellings. */
export async function updateBuilding(trx: Transaction<Database>, building: NewBuilding, now: Instant): Promise<void> {
	const { id, synthetic: _, created_at: __, ...fields } = buildingRow(building, now, { demo: false });
	await trx.updateTable('buildings').set(fields).where('id', '=', id).execute();
	const rows = await trx.selectFrom('dwellings').select(['id', 'code']).where('building_id', '=', id).execute();
	for (const dwelling of rows) {
		const search = dwellingSearch(dwelling.code, building);
		await trx.updateTable('dwellings').set({ search }).where('id', '=', dwelling.id).execute();
	}
}
