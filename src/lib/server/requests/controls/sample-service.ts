import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { seedRound } from '$lib/domain/controls/control';
import { populationLines } from '$lib/domain/controls/draw-sample';
import { samplingRuleOn, strata, type Shares } from '$lib/domain/controls/sampling-rules';
import { noticePhase } from '$lib/domain/notice/phase';
import { findNotice, lockNotice } from '$lib/server/notices/notices/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { hashedText } from '$lib/server/platform/workers/hashed-text';
import type { Database } from '$lib/server/schema';
import { populationOf } from './population';
import { closeSample, findSample, insertSample, listSamples, type Sample } from './repository';

type Refused<Problem extends string> = { readonly ok: false; readonly problem: Problem };
type Overtaken = Refused<'waits-already' | 'closed-already'> & { readonly who: string; readonly at: Instant };

export type SampleProblem =
	| 'not-allowed'
	| 'not-found'
	/** The notice has not closed, so its requests can still change. */
	| 'notice-open'
	/** No request is left to draw. */
	| 'nobody-left'
	/** A group with requests has no share, so some households would know that they are never checked. */
	| 'share'
	| 'same-person';

export type SampleDone = { readonly ok: true } | Refused<SampleProblem> | Overtaken;

/** `id` comes with the form: a second click finds the sample of the first. */
export type AskedSample = { readonly id: string; readonly noticeId: string; readonly shares: Shares };

/**
 * The population of a sample that a person is about to propose: read in turns, outside a transaction. A request that ends in between
 * stays in it and, if it is drawn, is not checked.
 */
export async function readPopulation(db: Kysely<Database>, noticeId: string, by: Actor, now: Instant) {
	const notice = await findNotice(db, noticeId);
	if (!notice || !allows(by, 'officer', 'manager') || noticePhase(notice, now) !== 'closed') return null;
	return populationOf(db, notice, samplingRuleOn(dayOf(now)));
}

/** Proposes a sample. One sample of a notice is under way at a time. */
export async function proposeSample(
	trx: Transaction<Database>,
	{ id, noticeId, shares }: AskedSample,
	population: Awaited<ReturnType<typeof readPopulation>>,
	by: Actor,
	now: Instant
): Promise<SampleDone> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	await lockNotice(trx, noticeId);
	const notice = await findNotice(trx, noticeId);
	if (!notice) return { ok: false, problem: 'not-found' };
	if (noticePhase(notice, now) !== 'closed' || population === null) return { ok: false, problem: 'notice-open' };
	const samples = await listSamples(trx, noticeId);
	if (samples.some((one) => one.id === id)) return { ok: true };
	const waiting = samples.find(isUnderWay);
	if (waiting) return { ok: false, problem: 'waits-already', who: waiting.proposer, at: waiting.proposedAt };
	if (population.length === 0) return { ok: false, problem: 'nobody-left' };
	if (strata.some((stratum) => shares[stratum] < 1)) return { ok: false, problem: 'share' };
	const { hash, text } = hashedText(populationLines(population));
	await insertSample(trx, {
		...{ id, notice_id: noticeId, shares: JSON.stringify(shares), population: text(), population_hash: hash },
		...{ days_to_check: samplingRuleOn(dayOf(now)).daysToCheck, proposed_by: by.id, proposed_at: now },
		...{ outcome: null, closed_by: null, closed_at: null },
		...{ seed_round: null, signature: null, seed: null, drawn_at: null }
	});
	const detail = { sample: id, population: population.length, hash };
	record(trx, { event: 'sample_proposed', by, subject: { type: 'notice', id: noticeId }, detail, at: now });
	return { ok: true };
}

export const isUnderWay = ({ outcome, drawnAt }: Pick<Sample, 'outcome' | 'drawnAt'>): boolean =>
	drawnAt === null && outcome !== 'dropped';

/**
 * Confirms or drops a sample that waits. Another person confirms it, which names the public number that draws it: a round of drand that
 * nobody knows yet. The population was fixed before.
 */
export async function closeProposedSample(
	trx: Transaction<Database>,
	{ id, noticeId, outcome }: { id: string; noticeId: string; outcome: 'confirmed' | 'dropped' },
	by: Actor,
	now: Instant
): Promise<SampleDone> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	await lockNotice(trx, noticeId);
	const found = await findSample(trx, id);
	if (!found || found.noticeId !== noticeId) return { ok: false, problem: 'not-found' };
	if (found.outcome !== null) return closedAlready(found, outcome, by);
	const mine = found.proposedBy === by.id;
	if (outcome === 'confirmed' && mine) return { ok: false, problem: 'same-person' };
	const round = outcome === 'confirmed' ? seedRound(now) : null;
	await closeSample(trx, id, { outcome, by: by.id, at: now, seedRound: round });
	const event = outcome === 'confirmed' ? 'sample_confirmed' : 'sample_dropped';
	const detail = { sample: id, ...(round !== null && { round, hash: found.populationHash }) };
	record(trx, { event, by, subject: { type: 'notice', id: noticeId }, detail, at: now });
	return { ok: true };
}

/** The second click of the same person finds it done. */
function closedAlready({ outcome, closedBy, closer, closedAt }: Sample, asked: string, by: Actor): SampleDone {
	if (outcome === asked && closedBy === by.id) return { ok: true };
	return { ok: false, problem: 'closed-already', who: closer ?? '', at: closedAt! };
}
