import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { listHolders } from './repository';

/** A dwelling that somebody else offered first: who, and when. */
export type DwellingTaken = {
	ok: false;
	problem: 'dwelling-already-offered';
	dwellingCode: string;
	madeBy: string;
	madeAt: Instant;
};

/** The offer of the first of these dwellings that is offered, and who made it; null when none is. */
export async function dwellingTaken(
	db: Kysely<Database>,
	dwellingIds: readonly string[]
): Promise<DwellingTaken | null> {
	const [holder] = await listHolders(db, dwellingIds);
	if (!holder) return null;
	const { dwellingCode, madeBy, madeAt } = holder;
	return { ok: false, problem: 'dwelling-already-offered', dwellingCode, madeBy, madeAt };
}
