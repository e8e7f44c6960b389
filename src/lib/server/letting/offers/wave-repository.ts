import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';

const BATCH = 500;

/** The code, the address and the owner of each of these homes, by id. */
export async function homesOfWave(db: Kysely<Database>, ids: readonly string[]) {
	const homes = new Map<string, Awaited<ReturnType<typeof someHomes>>[number]>();
	for (let from = 0; from < ids.length; from += BATCH)
		for (const home of await someHomes(db, ids.slice(from, from + BATCH))) homes.set(home.id, home);
	return homes;
}

function someHomes(db: Kysely<Database>, ids: readonly string[]) {
	return db
		.selectFrom('dwellings')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.innerJoin('organisations', 'organisations.id', 'dwellings.owner_id')
		.select(['dwellings.id', 'dwellings.code', 'organisations.name as owner'])
		.select(['buildings.street', 'buildings.street_number as streetNumber', 'buildings.municipality'])
		.where('dwellings.id', 'in', ids)
		.execute();
}

/** The requests of a notice whose household has an account; the office writes a letter to the others. */
export async function requestsWithAccount(db: Kysely<Database>, noticeId: string): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('applications')
		.select('id')
		.where('notice_id', '=', noticeId)
		.where('account_id', 'is not', null)
		.execute();
	return new Set(rows.map(({ id }) => id));
}

/** The offers of a round that one person made, by the instant at which they made them. */
export async function wavesOf(db: Kysely<Database>, roundId: string, accountId: string) {
	const rows = await db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.select(['applications.pseudonym', 'offers.dwelling_id as dwellingId', 'offers.made_at as madeAt'])
		.where('offers.round_id', '=', roundId)
		.where('offers.made_by', '=', accountId)
		.execute();
	const waves = new Map<string, { pseudonym: string; dwellingId: string }[]>();
	for (const { madeAt, pseudonym, dwellingId } of rows) {
		// A request that was withdrawn keeps its pseudonym; a draft has none and is never offered a home.
		const offer = { pseudonym: pseudonym ?? '', dwellingId };
		const wave = waves.get(madeAt);
		if (wave) wave.push(offer);
		else waves.set(madeAt, [offer]);
	}
	return [...waves.values()];
}
