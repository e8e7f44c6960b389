import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Surveyed } from '$lib/server/homes/dwellings/survey-rows';
import type { Database } from '$lib/server/schema';
import type { PhotographsTable } from './table';

const columnOf = (of: Surveyed) =>
	'buildingId' in of ? (['building_id', of.buildingId] as const) : (['dwelling_id', of.dwellingId] as const);

export async function insertPhotograph(trx: Transaction<Database>, row: Insertable<PhotographsTable>): Promise<void> {
	await trx.insertInto('photographs').values(row).execute();
}

/** The subject of a photograph, without its bytes. */
export const findPhotograph = (db: Kysely<Database>, id: string) =>
	db
		.selectFrom('photographs')
		.select(['id', 'building_id', 'dwelling_id', 'part'])
		.where('id', '=', id)
		.executeTakeFirst();

/** The photographs of a building or a dwelling without their bytes, the oldest first. */
export const listPhotographs = (db: Kysely<Database>, of: Surveyed) =>
	db
		.selectFrom('photographs')
		.innerJoin('accounts', 'accounts.id', 'photographs.account_id')
		.select(['photographs.id', 'part', 'width', 'height', 'taken_on as takenOn', 'accounts.name as takenBy'])
		.where(columnOf(of)[0], '=', columnOf(of)[1])
		.orderBy('recorded_at')
		.orderBy('photographs.id')
		.execute();

export async function countPhotographs(db: Kysely<Database>, of: Surveyed): Promise<number> {
	const { count } = await db
		.selectFrom('photographs')
		.select((e) => e.fn.countAll().as('count'))
		.where(columnOf(of)[0], '=', columnOf(of)[1])
		.executeTakeFirstOrThrow();
	return Number(count);
}

export async function readBytes(
	db: Kysely<Database>,
	id: string,
	which: 'image' | 'thumbnail'
): Promise<Buffer | undefined> {
	const row = await db.selectFrom('photographs').select(`${which} as bytes`).where('id', '=', id).executeTakeFirst();
	return row?.bytes;
}

export async function deletePhotograph(trx: Transaction<Database>, id: string): Promise<void> {
	await trx.deleteFrom('photographs').where('id', '=', id).execute();
}
