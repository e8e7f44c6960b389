import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { ContestOutcome } from '$lib/domain/rounds/contest';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { openContest, openDecision, type ContestContent, type DecisionContent } from './content';
import { listContests } from './repository';

/** A contest of a line, opened. */
export type Contest = ContestContent & {
	readonly id: string;
	readonly accountId: string;
	readonly at: Instant;
	readonly decided: null | (DecisionContent & Decided);
};
type Decided = { readonly outcome: ContestOutcome; readonly at: Instant; readonly by: string; readonly byId: string };

/** The contests of a request, the oldest first; none once its key was shredded. The caller has checked who reads. */
export async function readContests(
	db: Kysely<Database>,
	request: { readonly id: string; readonly dataKeyId: string }
): Promise<Contest[]> {
	const rows = await listContests(db, request.id);
	if (rows.length === 0) return [];
	const key = (await openDataKeys(db, [request.dataKeyId])).get(request.dataKeyId);
	if (!key) return [];
	return rows.map((row) => ({
		...openContest(key, row.id, row.contentSealed),
		...{ id: row.id, accountId: row.accountId, at: row.at },
		decided: row.outcome && {
			...openDecision(key, row.id, row.decisionSealed!),
			...{ outcome: row.outcome, at: row.decidedAt!, by: row.deciderName ?? '', byId: row.deciderId! }
		}
	}));
}
