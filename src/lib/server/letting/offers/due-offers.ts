import type { Kysely } from 'kysely';
import type { Obstacle } from '$lib/domain/offers/gate';
import { refusalRulesOf, type RefusalRules } from '$lib/domain/offers/refusal-rules';
import { consequenceOf } from '$lib/domain/rounds/departures';
import type { Database } from '$lib/server/schema';
import { obstaclesOfMany } from '$lib/server/allocation/gate/service';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openedRound } from '$lib/server/allocation/rounds/opened-round';
import { listApplications, listOutcomes } from './repository';

/** A home of the newest round that its household was not offered yet. */
export type DueOffer = {
	pseudonym: string;
	applicationId: string;
	dwellingId: string;
	/** The unanswered offer of another home that this one takes the place of. */
	replaces: string | null;
};

/**
 * The offers to make, the assigned households that already hold an offer of the right home, and those that are offered
 * nothing now, with every reason.
 */
export async function listDueOffers(db: Kysely<Database>, noticeId: string, roundId: string) {
	const opened = await openedRound(db, roundId);
	const assignments = opened?.result.assignments ?? [];
	const rules = refusalRulesOf((await findNotice(db, noticeId))!.rules);
	const live = (await listApplications(db, noticeId)).filter(({ endedAt }) => endedAt === null);
	const applications = new Map(live.map(({ pseudonym, id }) => [pseudonym, id]));
	const history = await historiesOf(db, noticeId);
	const wanted = assignments.flatMap(({ application, dwelling: dwellingId }) => {
		const applicationId = applications.get(application);
		return applicationId ? [{ applicationId, dwellingId }] : [];
	});
	const obstacles = await obstaclesOfMany(db, noticeId, wanted);
	const [due, holding, heldBack]: [DueOffer[], DueOffer[], HeldBack[]] = [[], [], []];
	for (const { application: pseudonym, dwelling: dwellingId, through } of assignments) {
		const applicationId = applications.get(pseudonym);
		if (!applicationId || through === 'frozen') continue;
		const past = history.get(applicationId) ?? [];
		if (past.some((outcome) => isRefusedFor(outcome, dwellingId, rules))) continue;
		const current = past.find(({ releasedAt }) => releasedAt === null);
		const one = { pseudonym, applicationId, dwellingId, replaces: current?.id ?? null };
		const why = obstacles.get(applicationId)!;
		if (current?.event === 'accepted' || current?.dwellingId === dwellingId) holding.push(one);
		else if (why.length > 0) heldBack.push({ ...one, obstacles: why });
		else due.push(one);
	}
	return { due, holding, heldBack };
}

/** By application: its offers with what closed each. */
async function historiesOf(db: Kysely<Database>, noticeId: string): Promise<ReadonlyMap<string, readonly Outcome[]>> {
	const history = new Map<string, Outcome[]>();
	for (const outcome of await listOutcomes(db, noticeId)) {
		const past = history.get(outcome.applicationId);
		if (past) past.push(outcome);
		else history.set(outcome.applicationId, [outcome]);
	}
	return history;
}

/** An offer that is not made now. */
export type HeldBack = DueOffer & {
	readonly obstacles: readonly Obstacle[];
};

type Outcome = Awaited<ReturnType<typeof listOutcomes>>[number];

/**
 * A household that left, or that refused this home and waits for others. The next version of the round says which home
 * it gets.
 */
function isRefusedFor(outcome: Outcome, dwellingId: string, rules: RefusalRules): boolean {
	const { id: offerId, event, justified } = outcome;
	// Every unanswered offer is open here, because expired offers are recorded before new ones are made.
	const consequence = event && consequenceOf({ offerId, event, justified, deadline: null }, rules, '');
	return consequence === 'leaves-ranking' || (consequence === 'keeps-waiting' && outcome.dwellingId === dwellingId);
}
