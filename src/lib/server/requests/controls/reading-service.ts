import type { Kysely } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { countStrata, readPopulation, sizeOf, type Candidate } from '$lib/domain/controls/draw-sample';
import { samplingRuleOn, strata } from '$lib/domain/controls/sampling-rules';
import { noticePhase } from '$lib/domain/notice/phase';
import { findNotice } from '$lib/server/notices/notices/repository';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { drawnBy } from './draw';
import { listDrawn } from './draws-repository';
import { listSamples, type Sample } from './repository';
import { isUnderWay } from './sample-service';

/** The most requests of a sample that its page lists; the work list has all that wait. */
const SHOWN = 100;

/** The samples of a notice for an officer; undefined for a draft, a withdrawn or an imported notice. */
export async function readSamples(db: Kysely<Database>, noticeId: string, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return undefined;
	const notice = await findNotice(db, noticeId);
	const phase = notice && noticePhase(notice, now);
	if (!notice || notice.source === 'imported' || phase === 'draft' || phase === 'withdrawn') return undefined;
	const samples = await listSamples(db, noticeId);
	const shown = [];
	for (const sample of samples) shown.push(await shownOf(db, sample));
	const waiting = samples.find(isUnderWay);
	return {
		notice,
		rule: samplingRuleOn(dayOf(now)),
		samples: shown,
		mayPropose: phase === 'closed' && waiting === undefined,
		mayConfirm: waiting?.outcome === null && waiting.proposedBy !== by.id
	};
}

async function shownOf(db: Kysely<Database>, sample: Sample) {
	const { population, ...rest } = sample;
	const counts = countStrata(readPopulation(population));
	const groups = strata.map((stratum) => {
		const percent = sample.shares[stratum];
		return { stratum, percent, count: counts[stratum], drawn: sizeOf(counts[stratum], percent) };
	});
	return { ...rest, groups, controls: sample.drawnAt === null ? null : await controlsOf(db, sample) };
}

/** The results of the controls of a sample, and whether its draw comes out the same when it is worked out once more. */
async function controlsOf(db: Kysely<Database>, sample: Sample) {
	const drawn = await listDrawn(db, sample.id);
	const count = (outcome: (typeof drawn)[number]['outcome']) => drawn.filter((one) => one.outcome === outcome).length;
	const waiting = drawn.filter(({ outcome, endedAt }) => outcome === null && endedAt === null);
	const checked = drawn.length - count(null);
	return {
		...{ drawn: drawn.length, checked, waiting: waiting.length, left: drawn.length - checked - waiting.length },
		...{ confirmed: count('confirmed'), corrected: count('corrected'), falseDeclared: count('false-declared') },
		requests: waiting.slice(0, SHOWN),
		same: isSame(await drawnBy(sample, sample.seed!), drawn)
	};
}

const isSame = (again: readonly Candidate[], kept: readonly Candidate[]): boolean => {
	const lines = (ones: readonly Candidate[]) => ones.map((one) => `${one.pseudonym} ${one.stratum}`).toSorted();
	return lines(again).join('\n') === lines(kept).join('\n');
};
