import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { computeRound } from '$lib/domain/allocation/compute-round';
import { publicProjection } from '$lib/domain/allocation/public-projection';
import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { reportRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import type { Instant } from '$lib/domain/calendar/instant';
import { nextRound, resultAfterDepartures } from '$lib/domain/rounds/after-departures';
import { buildRound } from '$lib/domain/rounds/build-round';
import { refusalRulesOf } from '$lib/domain/offers/refusal-rules';
import { departuresOf, type Strike } from '$lib/domain/rounds/departures';
import { roundPreconditions, type Precondition } from '$lib/domain/rounds/preconditions';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { rankRequest } from '$lib/domain/rounds/rank-request';
import { nextKind, publishedOnly, type RoundKind } from '$lib/domain/rounds/round-kind';
import { summarizeRound, type RoundSummary } from '$lib/domain/rounds/round-summary';
import { sinceVersion, type SinceVersion } from '$lib/domain/rounds/since-version';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { mapForRanking } from '$lib/server/applications/for-ranking';
import type { Database } from '$lib/server/db/schema';
import { countLiveApplications, findNotice, listHappenings, listNoticeDwellings } from './notice-repository';
import type { Overtaken } from './problems';
import { listRounds } from './repository';
import { openedRound } from './opened-round';
import { sha256 } from './signature';

/** A version worked out and not yet kept: its files, their hashes, and what it was made from. */
export type WorkedOut = {
	noticeId: string;
	version: number;
	kind: RoundKind;
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
	| {
			ok: true;
			worked: WorkedOut;
			round: Round;
			result: RoundResult;
			before: RoundResult | null;
			/** Homes refused by households that wait on, new in this version. */
			striking: readonly Strike[];
	  }
	| { ok: false; problem: 'unknown-notice' }
	| { ok: false; problem: 'preconditions'; preconditions: Precondition[] }
	| { ok: false; problem: 'nothing-changed' | 'chain-failed' }
	| Overtaken<'version-awaits-publication'>;

/**
 * Works out the next version of a notice's round, outside any transaction: from the requests until a final version is
 * published, and then from the version before and from who signed, went or refused since.
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
	const rules = JSON.parse(notice.ruleSet!) as RuleSet;
	const kind = nextKind(publishedOnly(versions), procedureOf(rules).value, now);
	const about = { noticeId, version: (versions[0]?.version ?? 0) + 1, kind, applications };
	const previous = published ? await openedRound(db, published.id) : null;
	if (previous && published?.kind === 'final') {
		const { publishedAt, preparerName: who, preparedAt } = versions[0]!;
		if (publishedAt === null) return { ok: false, problem: 'version-awaits-publication', who, at: preparedAt };
		const happened = departuresOf(happenings, refusalRulesOf(rules), now);
		const { leaving, striking } = sinceVersion(previous.round, previous.result, happened);
		if (leaving.length + striking.length === 0) return { ok: false, problem: 'nothing-changed' };
		const round = nextRound(previous.round, previous.result, { signed: happened.signed, struck: striking });
		return write(about, round, { leaving, striking }, previous.result);
	}
	const ranked = await mapForRanking(db, noticeId, (request) => rankRequest(request, rules));
	await letOthersPass();
	const offered = dwellings.map(({ id, list, setAside, exclusive }) => ({
		id,
		list,
		setAside: JSON.parse(setAside) as string[],
		exclusive: exclusive === 1
	}));
	const round = buildRound(noticeId, notice.beacon!, offered, ranked, rules.quotas?.value);
	const out = await write(about, round, { leaving: [], striking: [] }, previous?.result ?? null);
	const same = out.ok && kind === 'corrected' && out.worked.inputHash === published?.inputHash;
	return same ? { ok: false, problem: 'nothing-changed' } : out;
}

async function write(
	about: Pick<WorkedOut, 'noticeId' | 'version' | 'kind' | 'applications'>,
	round: Round,
	{ leaving, striking }: SinceVersion,
	before: RoundResult | null
): Promise<WorkOut> {
	const input = serializeRound(round);
	const inputHash = sha256(input);
	await letOthersPass();
	const computed = computeRound(round);
	await letOthersPass();
	const outcome =
		leaving.length === 0
			? reportRound(round.notice, inputHash, computed)
			: resultAfterDepartures(round, inputHash, leaving);
	if (!outcome) return { ok: false, problem: 'chain-failed' };
	await letOthersPass();
	const open = publicProjection(round, undefined, computed);
	await letOthersPass();
	const projection = serializeRound(open);
	const projectionHash = sha256(projection);
	await letOthersPass();
	// Leavers stay in the public file, so that anyone can replay their chains: `verify` says the same, byte by byte.
	const shown = resultAfterDepartures(open, projectionHash, leaving);
	if (!shown) return { ok: false, problem: 'chain-failed' };
	await letOthersPass();
	const result = serializeResult(outcome);
	const publicResult = serializeResult(shown);
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
		summary: summarizeRound(round, outcome, before)
	};
	return { ok: true, worked, round, result: outcome, before, striking };
}
