import type { Kysely } from 'kysely';
import { factsAfter } from '$lib/domain/changes/after-changes';
import type { AcceptedChange } from '$lib/domain/changes/change';
import type { Finding } from '$lib/domain/verification/finding';
import { verifiedFacts } from '$lib/domain/verification/verified-facts';
import {
	eachForRanking,
	eachTurn,
	openRequest,
	type ApplicationForRanking
} from '$lib/server/requests/applications/for-ranking';
import { changesOfMany } from '$lib/server/requests/changes/reading-service';
import type { Database } from '$lib/server/schema';
import { openContent } from './content';
import { listChecksOfCorrected } from './repository';

/**
 * declared: as the household sent it. verified: a fact that an officer corrected, or found not proven, counts as found, and so do the
 * changes since that count for points.
 */
export type RankedFacts = 'declared' | 'verified';

/** Gives `use` every request ever sent under a notice, by pseudonym, with the facts by which it is to be ranked. */
export async function eachToRank(
	db: Kysely<Database>,
	noticeId: string,
	facts: RankedFacts,
	use: (request: ApplicationForRanking) => void
): Promise<void> {
	if (facts === 'declared') return eachForRanking(db, noticeId, use);
	return eachTurn(db, noticeId, async (turn) => {
		const keys = new Map(turn.map(({ row, key }) => [row.id, key]));
		const [findings, changes] = [await findingsOfMany(db, keys), await changesOfMany(db, keys)];
		for (const { row, key } of turn)
			use(asVerified(openRequest(row, key), findings.get(row.id) ?? [], changes.get(row.id)?.accepted ?? []));
	});
}

/** The same code judges declared and verified facts: only the facts differ. */
function asVerified(
	request: ApplicationForRanking,
	findings: readonly Finding[],
	changes: readonly AcceptedChange[]
): ApplicationForRanking {
	if (findings.length + changes.length === 0) return request;
	const { household, health } = factsAfter(verifiedFacts(request, findings), changes, 'points');
	return { ...request, household, health: health ?? request.health };
}

/** The last act about each fact, of those of some hundred requests that have a corrected fact or one that is not proven. */
export async function findingsOfMany(db: Kysely<Database>, keys: ReadonlyMap<string, Buffer>) {
	const last = new Map<string, Map<string, Finding>>();
	for (const { id, applicationId, act, contentSealed } of await listChecksOfCorrected(db, [...keys.keys()])) {
		const { fact, value } = openContent(keys.get(applicationId)!, id, contentSealed);
		const found = last.get(applicationId) ?? new Map<string, Finding>();
		last.set(applicationId, found.set(fact, { fact, act, value }));
	}
	return new Map([...last].map(([id, found]) => [id, [...found.values()]]));
}
