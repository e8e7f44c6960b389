import type { Kysely, Transaction } from 'kysely';
import { deadlineAfter } from '$lib/domain/calendar/terms';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Candidate } from '$lib/domain/controls/draw-sample';
import { quicknet, roundTime } from '$lib/domain/draw/drand';
import { checkSignature, fetchRound, type CheckedBeacon } from '$lib/server/notices/notices/drand';
import { record } from '$lib/server/platform/audit/record';
import { allows, system, type Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import { drawnBy } from './draw';
import { requestsByCode } from '$lib/server/requests/applications/repository';
import { insertDraws } from './draws-repository';
import { findSample, listUnderWay, setDrawn, type Sample } from './repository';

/** too-early: the number is not out yet. wrong-round: it is not the number that the confirmation named. */
export type DrawProblem = 'not-allowed' | 'not-found' | 'not-confirmed' | 'too-early' | 'wrong-round';
export type Drawn = { readonly ok: true } | { readonly ok: false; readonly problem: DrawProblem };

/** A checked number, and the requests that it draws; worked out before the transaction. */
export type Drawing = { readonly checked: CheckedBeacon; readonly drawn: readonly Candidate[] };

/** The requests that a number draws from a sample; null where it is no number of this sample. */
async function drawingOf(sample: Sample, checked: CheckedBeacon | null): Promise<Drawing | null> {
	return checked && { checked, drawn: await drawnBy(sample, checked.beacon) };
}

/** Checks a signature that a person copied, and draws with it. Null when it is not that of the round. */
export async function drawByHand(db: Kysely<Database>, id: string, signature: string): Promise<Drawing | null> {
	const sample = await findSample(db, id);
	if (!sample || sample.seedRound === null) return null;
	return drawingOf(sample, await checkSignature(quicknet.hash, sample.seedRound, signature));
}

/**
 * Keeps the requests that the number of a sample draws. The number is that of the round which the confirmation named, so no number that was known
 * before the confirmation is taken. A second time finds the first.
 */
export async function keepDraw(
	trx: Transaction<Database>,
	input: { readonly id: string; readonly noticeId: string; readonly drawing: Drawing | null },
	by: Actor | typeof system,
	now: Instant
): Promise<Drawn> {
	if (by.role !== 'system' && !allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const sample = await findSample(trx, input.id);
	if (!sample || sample.noticeId !== input.noticeId) return { ok: false, problem: 'not-found' };
	if (sample.drawnAt !== null) return { ok: true };
	if (sample.outcome !== 'confirmed' || sample.seedRound === null) return { ok: false, problem: 'not-confirmed' };
	const problem = judgeSeed(sample.seedRound, input.drawing, now);
	if (problem) return { ok: false, problem };
	await write(trx, sample, input.drawing!, now);
	const { signature, round } = input.drawing!.checked;
	const detail = { sample: sample.id, round, signature, drawn: input.drawing!.drawn.length };
	record(trx, { event: 'sample_drawn', by, subject: { type: 'notice', id: sample.noticeId }, detail, at: now });
	return { ok: true };
}

function judgeSeed(round: number, drawing: Drawing | null, now: Instant): 'too-early' | 'wrong-round' | null {
	if (now < roundTime(quicknet, round)) return 'too-early';
	const is = drawing?.checked;
	return is?.chain === quicknet.hash && is.round === round ? null : 'wrong-round';
}

async function write(trx: Transaction<Database>, sample: Sample, { checked, drawn }: Drawing, now: Instant) {
	const { signature, beacon: seed } = checked;
	if (!(await setDrawn(trx, sample.id, { signature, seed, at: now }))) return;
	const pseudonyms = drawn.map(({ pseudonym }) => pseudonym);
	const ids = await requestsByCode(trx, sample.noticeId, pseudonyms);
	const due_at = deadlineAfter(now, sample.daysToCheck);
	const undecided = { outcome: null, decided_by: null, decided_at: null };
	await insertDraws(
		trx,
		drawn.flatMap(({ pseudonym, stratum }) => {
			const application_id = ids.get(pseudonym);
			return application_id ? [{ application_id, sample_id: sample.id, stratum, due_at, ...undecided }] : [];
		})
	);
}

/** Asks drand at `url` for the numbers that confirmed samples wait for, and draws. Answers how many were drawn. */
export async function drawDueSamples({ db, transact }: AppDatabase, url: string, now: Instant): Promise<number> {
	let count = 0;
	for (const { id, noticeId, seedRound } of await listUnderWay(db)) {
		if (seedRound === null || now < roundTime(quicknet, seedRound)) continue;
		const sample = await findSample(db, id);
		const drawing = sample && (await drawingOf(sample, await fetchRound(url, quicknet.hash, seedRound)));
		if (!drawing) continue;
		const done = await transact((trx) => keepDraw(trx, { id, noticeId, drawing }, system, now));
		if (done.ok) count += 1;
	}
	return count;
}
