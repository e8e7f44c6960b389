import type { Kysely } from 'kysely';
import { mayBeOffered } from '$lib/domain/dwelling/may-be-offered';
import type { Listing } from '$lib/domain/matching/listing';
import { homesToOffer } from '$lib/server/homes/removals/repository';
import type { Database } from '$lib/server/schema';

type Home = Pick<Listing, 'dwellingId'>;

/**
 * Those of `listings` whose home may be offered to a household. A flat of a private landlord carries no certificate of
 * works: the agency's inspection comes in its place. A listing that was never published has no home yet.
 */
export async function whichMayBeLet<L extends Home>(db: Kysely<Database>, listings: readonly L[]): Promise<L[]> {
	const ids = listings.flatMap(({ dwellingId }) => dwellingId ?? []);
	const homes = await homesToOffer(db, ids);
	return listings.filter(({ dwellingId }) => {
		const home = dwellingId === null ? undefined : homes.get(dwellingId);
		return home !== undefined && mayBeOffered({ ...home, restored: true }).ok;
	});
}

export const mayBeLet = async (db: Kysely<Database>, listing: Home): Promise<boolean> =>
	(await whichMayBeLet(db, [listing])).length === 1;
