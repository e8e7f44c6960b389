import type { Kysely } from 'kysely';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import { dayOf } from '$lib/domain/calendar/deadline';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import { findNotice } from '$lib/server/notices/notices/repository';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { householdsNow } from '$lib/server/requests/verification/households-now';
import { listCorrectedOf } from '$lib/server/requests/verification/repository';
import type { Database } from '$lib/server/schema';
import { openedRound } from './opened-round';
import { listPublished } from './repository';

/** A household whose verified points are not those by which the final ranking ordered it; both in hundredths. */
export type PointsSince = {
	readonly id: string;
	readonly pseudonym: string;
	readonly ranked: number;
	readonly verified: number;
};

/**
 * The households whose points changed after the final ranking of a notice, the greatest difference first. A later version starts
 * from the one before (ADR 46), so they keep their places. Null before a final ranking, and for a reader without the right.
 */
export async function pointsSinceFinal(
	db: Kysely<Database>,
	noticeId: string,
	by: Actor
): Promise<readonly PointsSince[] | null> {
	if (!allows(by, 'officer', 'manager')) return null;
	const [newest] = await listPublished(db, noticeId);
	const opened = newest?.kind === 'final' ? await openedRound(db, newest.id) : null;
	const notice = await findNotice(db, noticeId);
	if (!opened || !notice) return null;
	const ranked = new Map(opened.round.applications.map(({ id, keys }) => [id, pointsOf(keys)]));
	const requests = await listCorrectedOf(db, noticeId);
	const now = await householdsNow(
		db,
		requests.map(({ id }) => id),
		'points'
	);
	const found = requests.flatMap(({ id, pseudonym }): PointsSince[] => {
		const [before, household] = [ranked.get(pseudonym), now.get(id)];
		if (before === undefined || before === null || !household) return [];
		const { facts, submittedAt } = household;
		const { total } = scoreHousehold(facts.household, facts.health ?? noHealthFacts, notice.rules, dayOf(submittedAt));
		return total === before ? [] : [{ id, pseudonym, ranked: before, verified: total }];
	});
	return found.toSorted((one, other) => difference(other) - difference(one));
}

const difference = ({ ranked, verified }: PointsSince) => Math.abs(verified - ranked);

/** The first key of a list is the points; null for a household that has none. */
const pointsOf = (keys: Readonly<Record<string, readonly number[]>> | undefined): number | null =>
	Object.values(keys ?? {})[0]?.[0] ?? null;
