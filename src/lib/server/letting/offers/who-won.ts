import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { isUniqueViolation } from '$lib/server/platform/db/unique-violation';
import { listHolders } from './repository';

/** A dwelling that somebody else offered first: who, and when. */
export type DwellingTaken = {
	ok: false;
	problem: 'dwelling-already-offered';
	dwellingCode: string;
	madeBy: string;
	madeAt: Instant;
};

/** Who holds the first of these dwellings that is offered; null when none is. */
export async function dwellingTaken(
	db: Kysely<Database>,
	dwellingIds: readonly string[]
): Promise<DwellingTaken | null> {
	const [holder] = await listHolders(db, dwellingIds);
	if (!holder) return null;
	const { dwellingCode, madeBy, madeAt } = holder;
	return { ok: false, problem: 'dwelling-already-offered', dwellingCode, madeBy, madeAt };
}

/**
 * Runs a transaction that a unique index may refuse because another was first, and then runs it once more. The second
 * try sees what the other wrote and answers with it. In PostgreSQL the first transaction is lost.
 */
export async function orWhoWon<Result>(attempt: () => Promise<Result>): Promise<Result> {
	try {
		return await attempt();
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		return attempt();
	}
}
