import type { Kysely } from 'kysely';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import type { Instant } from '$lib/domain/calendar/instant';
import { refusalRulesOf } from '$lib/domain/offers/refusal-rules';
import { nextRound, type HomesLeft } from '$lib/domain/rounds/after-departures';
import { departuresOf, holdersOfOffers, type Strike } from '$lib/domain/rounds/departures';
import { roundPreconditions, type Precondition } from '$lib/domain/rounds/preconditions';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { rankRequest } from '$lib/domain/rounds/rank-request';
import { RequestCollector } from '$lib/domain/rounds/request-columns';
import type { RoundSummary } from '$lib/domain/rounds/round-summary';
import type { OpenedRound } from '$lib/domain/rounds/household-places';
import { factsOf, nextKind, publishedOnly, type RoundKind } from '$lib/domain/rounds/round-kind';
import { sinceVersion, type SinceVersion } from '$lib/domain/rounds/since-version';
import { homesGone } from '$lib/domain/rounds/without-homes';
import { quotasOf } from '$lib/domain/ruleset/grounds';
import { pointsWait } from '$lib/server/requests/changes/reading-service';
import { countOpenContests } from '$lib/server/requests/corrections/repository';
import { eachToRank } from '$lib/server/requests/verification/for-ranking';
import { countChecks } from '$lib/server/requests/verification/repository';
import type { Database } from '$lib/server/schema';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import type { Notice, NoticeDwelling } from '$lib/server/notices/notices/notice';
import { findNotice } from '$lib/server/notices/notices/repository';
import { countLiveApplications } from '$lib/server/requests/applications/repository';
import { workOutJob } from './jobs';
import type { Overtaken } from './problems';
import { openedRound } from './opened-round';
import type { OpenFiles, SealedFiles } from './public-files';
import { listHappenings, listRounds } from './repository';
import { holdsHomeThatLeft, showsProtected } from './stale-version';
import { readToSeal } from './to-seal';
import type { ToWorkOut } from './work-out.worker';

/** A version that is worked out and not stored yet: its files, their hashes, and what it was made from. */
export type WorkedOut = {
	noticeId: string;
	version: number;
	kind: RoundKind;
	/** The live requests that it read. They are compared again when the version is stored. */
	applications: number;
	/** The homes of the notice that it read, compared in the same way. */
	dwellings: number;
	/** The acts about facts that it read, compared in the same way; null where it reads none. */
	checks: number | null;
	input: string;
	inputHash: string;
	result: string;
	resultHash: string;
	/** One of the two: what the notice's grounds allow to publish. */
	open: OpenFiles | null;
	sealed: SealedFiles | null;
	summary: RoundSummary;
};

export type WorkOut =
	| {
			ok: true;
			worked: WorkedOut;
			result: RoundResult;
			before: RoundResult | null;
			/** Homes that households refused while they go on waiting, new in this version. */
			striking: readonly Strike[];
			/** Homes that left the notice since the version before. */
			gone: readonly string[];
	  }
	| { ok: false; problem: 'unknown-notice' }
	| { ok: false; problem: 'preconditions'; preconditions: Precondition[] }
	| { ok: false; problem: 'nothing-changed' | 'chain-failed' | 'contests-open' }
	| Overtaken<'version-awaits-publication'>;

/**
 * Works out the next version of a notice's round, outside any transaction. Until a final version is published, it
 * starts from the requests: as declared for a provisional version, then as verified (ADR 46). After that it starts from
 * the version before and from the households that signed, left or refused since.
 */
export async function workOutRound(db: Kysely<Database>, noticeId: string, now: Instant): Promise<WorkOut> {
	const notice = await findNotice(db, noticeId);
	if (!notice) return { ok: false, problem: 'unknown-notice' };
	const applications = await countLiveApplications(db, noticeId);
	const dwellings = await listNoticeDwellings(db, noticeId);
	const facts = { ...notice, rulesFrozen: notice.rulesHash !== null, dwellings: dwellings.length, applications };
	const preconditions = roundPreconditions(facts, now);
	if (!preconditions.every(({ met }) => met)) return { ok: false, problem: 'preconditions', preconditions };
	const versions = await listRounds(db, noticeId);
	const published = versions.find(({ publishedAt }) => publishedAt !== null);
	const happenings = await listHappenings(db, noticeId);
	const kind = nextKind(publishedOnly(versions), procedureOf(notice.rules).value, now);
	const version = (versions[0]?.version ?? 0) + 1;
	const checks = await checksRead(db, noticeId, kind, published);
	const about = { noticeId, version, kind, applications, dwellings: dwellings.length, checks };
	const toSeal = await readToSeal(db, { ...about, closesAt: notice.closesAt, rules: notice.rules }, versions);
	const previous = published ? await openedRound(db, published.id) : null;
	if (previous && published?.kind === 'final') {
		const awaits = await awaitsPublication(db, versions[0]!);
		if (awaits) return awaits;
		const happened = departuresOf(happenings, refusalRulesOf(notice.rules), now);
		const left = { gone: homesGone(previous.round, dwellings), offered: holdersOfOffers(happenings, now) };
		return afterVersion(about, previous, { ...happened, left }, toSeal);
	}
	return fromRequests(db, { notice, dwellings, published, previous }, about, toSeal);
}

type Sent = {
	readonly notice: Notice;
	readonly dwellings: readonly NoticeDwelling[];
	readonly published: Rows[number] | undefined;
	readonly previous: OpenedRound | null;
};

/** A version that starts from the requests: the provisional one, those that correct it, and the first final one. */
async function fromRequests(
	db: Kysely<Database>,
	{ notice, dwellings, published, previous }: Sent,
	about: About,
	toSeal: ToWorkOut['toSeal']
): Promise<WorkOut> {
	const { id, beacon } = notice;
	if (await waitsForContests(db, id, about.kind)) return { ok: false, problem: 'contests-open' };
	const source = { notice: id, beacon: beacon!, ...(await requestsUnder(db, notice, dwellings, about.kind)) };
	const since = { leaving: [], striking: [], gone: previous ? homesGone(previous.round, dwellings) : [] };
	const out = await write(about, { source, ...since, before: previous?.result ?? null, toSeal });
	const same = out.ok && about.kind === 'corrected' && isAs(published, out.worked);
	return same ? { ok: false, problem: 'nothing-changed' } : out;
}

/** A final version is not made while a household waits for a decision about its points: none follows that could take it in. */
export const waitsForContests = async (db: Kysely<Database>, noticeId: string, kind: RoundKind): Promise<boolean> =>
	kind === 'final' && ((await countOpenContests(db, noticeId)) > 0 || (await pointsWait(db, noticeId)));

/** How many acts about facts a version rests on; null where it ranks what was declared, or follows a final version. */
const checksRead = async (
	db: Kysely<Database>,
	noticeId: string,
	kind: RoundKind,
	published: Rows[number] | undefined
) => (published?.kind === 'final' || factsOf(kind) === 'declared' ? null : countChecks(db, noticeId));

/** The newest version, if it waits. One that may not be published any more makes room for the next. */
async function awaitsPublication(db: Kysely<Database>, newest: Awaited<ReturnType<typeof listRounds>>[number]) {
	if (newest.publishedAt !== null || (await holdsHomeThatLeft(db, newest))) return null;
	if (await showsProtected(db, newest)) return null;
	const { preparerName: who, preparedAt: at } = newest;
	return { ok: false, problem: 'version-awaits-publication', who, at } as const;
}

/** Whether a published version says the same: made from the same round, and no more open than may be said now (adr 39). */
const isAs = (published: Rows[number] | undefined, { inputHash, sealed }: WorkedOut): boolean =>
	published?.inputHash === inputHash && (published.publicationHash !== null || sealed === null);

type Rows = Awaited<ReturnType<typeof listRounds>>;
type About = Pick<WorkedOut, 'noticeId' | 'version' | 'kind' | 'applications' | 'dwellings' | 'checks'>;

/** The version that follows a final one: what changes it is who signed, left or refused since, and which homes left. */
function afterVersion(
	about: About,
	previous: OpenedRound,
	happened: ReturnType<typeof departuresOf> & { readonly left: HomesLeft },
	toSeal: ToWorkOut['toSeal']
): Promise<WorkOut> | WorkOut {
	const { leaving, striking } = sinceVersion(previous.round, previous.result, happened);
	const { signed, left } = happened;
	if (leaving.length + striking.length + left.gone.length === 0) return { ok: false, problem: 'nothing-changed' };
	const round = nextRound(previous.round, previous.result, { signed, struck: striking, left });
	const source = { file: JSON.stringify(round) };
	return write(about, { source, leaving, striking, gone: left.gone, before: previous.result, toSeal });
}

/** The requests sent under a notice, ranked, with its dwellings and quotas. */
async function requestsUnder(
	db: Kysely<Database>,
	notice: Notice,
	dwellings: readonly NoticeDwelling[],
	kind: RoundKind
) {
	const offered = dwellings.map(({ id, list, setAside, exclusive }) => ({ id, list, setAside, exclusive }));
	const collector = new RequestCollector(offered);
	const { id, rules } = notice;
	await eachToRank(db, id, factsOf(kind), (request) => collector.add(rankRequest(request, rules)));
	return { dwellings: offered, requests: collector.columns(), quotas: quotasOf(notice.rules) };
}

type Write = ToWorkOut & SinceVersion & { readonly gone: readonly string[] };

async function write(about: About, { striking, gone, ...work }: Write): Promise<WorkOut> {
	const out = await runInWorker(workOutJob, work);
	if (!out) return { ok: false, problem: 'chain-failed' };
	return { ok: true, worked: { ...about, ...out.files }, result: out.result, before: work.before, striking, gone };
}
