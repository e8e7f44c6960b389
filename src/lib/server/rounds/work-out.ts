import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { publicProjection } from '$lib/domain/allocation/public-projection';
import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { runRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { categoriesOf } from '$lib/domain/household/categories';
import { nextRound, resultAfterDepartures } from '$lib/domain/rounds/after-departures';
import { buildRound, type RankedApplication } from '$lib/domain/rounds/build-round';
import { departuresOf } from '$lib/domain/rounds/departures';
import { roundPreconditions, type Precondition } from '$lib/domain/rounds/preconditions';
import { summarizeRound, type RoundSummary } from '$lib/domain/rounds/round-summary';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { keysFor } from '$lib/domain/scoring/keys-for';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import { listForRanking, type ApplicationForRanking } from '$lib/server/applications/for-ranking';
import type { Database } from '$lib/server/db/schema';
import { countLiveApplications, findNotice, listHappenings, listNoticeDwellings } from './notice-repository';
import { listRounds } from './repository';
import { openedRound } from './opened-round';
import { sha256 } from './signature';

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
	| { ok: true; worked: WorkedOut; round: Round; result: RoundResult; before: RoundResult | null }
	| { ok: false; problem: 'unknown-notice' }
	| { ok: false; problem: 'preconditions'; preconditions: Precondition[] }
	| { ok: false; problem: 'version-awaits-publication' | 'nothing-changed' | 'chain-failed' };

/** How many requests are scored before other readers get their turn. */
const BATCH = 1_000;

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
		return write({ noticeId, version, applications }, round, leaving, previous.result);
	}
	const rules = JSON.parse(notice.ruleSet!) as RuleSet;
	const ranked = await rankAll(await listForRanking(db, noticeId), rules);
	const offered = dwellings.map(({ id, list, setAside, exclusive }) => ({
		id,
		list,
		setAside: JSON.parse(setAside) as string[],
		exclusive: exclusive === 1
	}));
	const round = buildRound(noticeId, notice.beacon!, offered, ranked);
	return write({ noticeId, version, applications }, round, [], previous?.result ?? null);
}

async function rankAll(rows: readonly ApplicationForRanking[], rules: RuleSet): Promise<RankedApplication[]> {
	const ranked: RankedApplication[] = [];
	for (let from = 0; from < rows.length; from += BATCH) {
		for (const row of rows.slice(from, from + BATCH)) ranked.push(rankOne(row, rules));
		await letOthersPass();
	}
	return ranked;
}

function rankOne(row: ApplicationForRanking, rules: RuleSet): RankedApplication {
	const { pseudonym, household, health, choices, ended, submittedAt } = row;
	return {
		pseudonym,
		choices,
		categories: categoriesOf(household, health, rules),
		// The score of the day of sending: what the household was shown, whatever has happened since.
		keys: keysFor(scoreHousehold(household, health, rules, dayOf(submittedAt)), rules),
		withdrawn: ended
	};
}

async function write(
	about: Pick<WorkedOut, 'noticeId' | 'version' | 'applications'>,
	round: Round,
	leaving: readonly string[],
	before: RoundResult | null
): Promise<WorkOut> {
	const input = serializeRound(round);
	await letOthersPass();
	const inputHash = sha256(input);
	const outcome = settle(round, inputHash, leaving);
	if (!outcome.ok) return { ok: false, problem: 'chain-failed' };
	await letOthersPass();
	const open = publicProjection(round);
	const projection = serializeRound(open);
	await letOthersPass();
	const projectionHash = sha256(projection);
	// Leavers stay in the public file, so that anyone can replay their chains: `verify` says the same, byte by byte.
	const shown = settle(open, projectionHash, leaving);
	if (!shown.ok) return { ok: false, problem: 'chain-failed' };
	const result = serializeResult(outcome.result);
	const publicResult = serializeResult(shown.result);
	const worked = {
		...about,
		input,
		inputHash,
		result,
		resultHash: sha256(result),
		projection,
		projectionHash,
		publicResult,
		publicResultHash: sha256(publicResult),
		summary: summarizeRound(round, outcome.result, before)
	};
	return { ok: true, worked, round, result: outcome.result, before };
}

function settle(round: Round, hash: string, leaving: readonly string[]) {
	if (leaving.length > 0) return resultAfterDepartures(round, hash, leaving);
	return { ok: true as const, result: runRound(round, hash) };
}
