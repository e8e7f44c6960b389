import type { Kysely } from 'kysely';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import type { Instant } from '$lib/domain/calendar/instant';
import { nextRound } from '$lib/domain/rounds/after-departures';
import { departuresOf } from '$lib/domain/rounds/departures';
import { roundPreconditions, type Precondition } from '$lib/domain/rounds/preconditions';
import { rankRequest } from '$lib/domain/rounds/rank-request';
import { RequestCollector } from '$lib/domain/rounds/request-columns';
import type { RoundSummary } from '$lib/domain/rounds/round-summary';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { eachForRanking } from '$lib/server/applications/for-ranking';
import type { Database } from '$lib/server/db/schema';
import { runInWorker } from '$lib/server/workers/run-in-worker';
import { countLiveApplications, findNotice, listHappenings, listNoticeDwellings } from './notice-repository';
import { workOutJob } from './jobs';
import { openedRound } from './opened-round';
import { listRounds } from './repository';
import type { RoundSource } from './work-out.worker';

/** A version worked out and not yet kept: its files, their hashes, and what it was made from. */
export type WorkedOut = {
	noticeId: string;
	version: number;
	/** Live requests that it saw: compared when it is kept. */
	applications: number;
	input: string;
	inputHash: string;
	result: string;
	resultHash: string;
	projection: string;
	projectionHash: string;
	publicResult: string;
	publicResultHash: string;
	summary: RoundSummary;
};

export type WorkOut =
	| { ok: true; worked: WorkedOut; result: RoundResult; before: RoundResult | null }
	| { ok: false; problem: 'unknown-notice' }
	| { ok: false; problem: 'preconditions'; preconditions: Precondition[] }
	| { ok: false; problem: 'version-awaits-publication' | 'nothing-changed' | 'chain-failed' };

/**
 * Works out the next version of a notice's round, outside any transaction: the first from the requests, each later one,
 * once offers were made, from the version before and from who signed or went since.
 */
export async function workOutRound(db: Kysely<Database>, noticeId: string, now: Instant): Promise<WorkOut> {
	const notice = await findNotice(db, noticeId);
	if (!notice) return { ok: false, problem: 'unknown-notice' };
	const applications = await countLiveApplications(db, noticeId);
	const dwellings = await listNoticeDwellings(db, noticeId);
	const preconditions = roundPreconditions(
		{ ...notice, rulesFrozen: notice.ruleSet !== null, dwellings: dwellings.length, applications },
		now
	);
	if (!preconditions.every(({ met }) => met)) return { ok: false, problem: 'preconditions', preconditions };
	const versions = await listRounds(db, noticeId);
	const published = versions.find(({ publishedAt }) => publishedAt !== null);
	const happenings = await listHappenings(db, noticeId);
	const version = (versions[0]?.version ?? 0) + 1;
	const previous = published ? await openedRound(db, published.id) : null;
	if (previous && happenings.some(({ offerId }) => offerId !== null)) {
		if (versions[0]!.publishedAt === null) return { ok: false, problem: 'version-awaits-publication' };
		const { signed, departed } = departuresOf(happenings, now);
		const round = nextRound(previous.round, previous.result, signed);
		const gone = new Set(round.applications.filter(({ withdrawn }) => withdrawn).map(({ id }) => id));
		const leaving = departed.filter((pseudonym) => !gone.has(pseudonym));
		if (leaving.length === 0) return { ok: false, problem: 'nothing-changed' };
		const source = { file: JSON.stringify(round) };
		return write({ noticeId, version, applications }, source, leaving, previous.result);
	}
	const rules = JSON.parse(notice.ruleSet!) as RuleSet;
	const offered = dwellings.map(({ id, list, setAside, exclusive }) => ({
		id,
		list,
		setAside: JSON.parse(setAside) as string[],
		exclusive: exclusive === 1
	}));
	const collector = new RequestCollector(offered);
	await eachForRanking(db, noticeId, (request) => collector.add(rankRequest(request, rules)));
	const source = { notice: noticeId, beacon: notice.beacon!, dwellings: offered, requests: collector.columns() };
	return write({ noticeId, version, applications }, source, [], previous?.result ?? null);
}

async function write(
	about: Pick<WorkedOut, 'noticeId' | 'version' | 'applications'>,
	source: RoundSource,
	leaving: readonly string[],
	before: RoundResult | null
): Promise<WorkOut> {
	const out = await runInWorker(workOutJob, { source, leaving, before });
	if (!out) return { ok: false, problem: 'chain-failed' };
	return { ok: true, worked: { ...about, ...out.files }, result: out.result, before };
}
