import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { beaconFrom } from '$lib/domain/draw/beacon-source';
import { keyString, readDraw } from '$lib/domain/draw/public-draw';
import { noticePhase } from '$lib/domain/notice/phase';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor, type system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { confirmEntry, findEntry, insertEntry, replaceEntry, setBeacon } from './beacon-repository';
import { checkSignature, type CheckedBeacon } from './drand';
import type { Notice } from './notice';
import { findNotice, insertEvent } from './repository';

type Waiting = 'not-allowed' | 'not-found' | 'not-closed' | 'already-recorded' | 'other-source';
export type BeaconProblem = Waiting | 'not-numbers' | 'numbers-differ';

type Entered = { ok: true; recorded: boolean } | { ok: false; problem: BeaconProblem };

/**
 * Enters the numbers of a public draw. The first person's numbers wait. When a second person enters the same numbers,
 * the number of the notice follows from them by the published rule and is recorded. When they differ, nothing is
 * recorded and both look again. The first person may correct theirs.
 */
export async function enterDraw(
	trx: Transaction<Database>,
	input: { readonly id: string; readonly numbers: string },
	by: Actor,
	now: Instant
): Promise<Entered> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const waiting = await findWaiting(trx, input.id, 'draw', now);
	if (!waiting.ok) return waiting;
	const numbers = readDraw(input.numbers);
	if (!numbers) return { ok: false, problem: 'not-numbers' };
	const proof = keyString(numbers);
	const entry = { proof, beacon: beaconFrom('draw', proof), entered_by: by.id, entered_at: now };
	const before = await findEntry(trx, input.id);
	if (!before || before.enteredBy === by.id) {
		if (before) await replaceEntry(trx, input.id, entry);
		else await insertEntry(trx, { notice_id: input.id, kind: 'draw', ...entry });
		record(trx, { event: 'draw_entered', by, subject: { type: 'notice', id: input.id }, at: now });
		return { ok: true, recorded: false };
	}
	if (before.proof !== proof) return { ok: false, problem: 'numbers-differ' };
	if (!(await confirmEntry(trx, input.id, entry.beacon, by.id, now))) return lostRace(trx, input.id);
	await setOnNotice(trx, waiting.notice, { proof, beacon: entry.beacon }, by, now);
	return { ok: true, recorded: true };
}

/** Meanwhile a third person confirmed, or the first person corrected theirs. */
async function lostRace(trx: Transaction<Database>, id: string): Promise<Entered> {
	const entry = await findEntry(trx, id);
	return { ok: false, problem: entry?.confirmedAt ? 'already-recorded' : 'numbers-differ' };
}

/** Checks a signature that a person copied against the round that the notice names. */
export async function checkDrand(db: Kysely<Database>, id: string, signature: string) {
	const notice = await findNotice(db, id);
	if (!notice) return { ok: false, problem: 'not-found' } as const;
	const origin = notice.beaconOrigin;
	if (origin.kind !== 'drand') return { ok: false, problem: 'other-source' } as const;
	const beacon = await checkSignature(origin.chain, origin.round, signature);
	return beacon ? ({ ok: true, beacon } as const) : ({ ok: false, problem: 'signature-wrong' } as const);
}

/**
 * Records a drand round whose signature was checked. The signature proves the number, so one person, or the portal, is
 * enough.
 */
export async function recordDrand(
	trx: Transaction<Database>,
	input: { readonly id: string; readonly checked: CheckedBeacon },
	by: Actor | typeof system,
	now: Instant
): Promise<Entered> {
	if (by.role !== 'system' && !allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const waiting = await findWaiting(trx, input.id, 'drand', now);
	if (!waiting.ok) return waiting;
	const { chain, round, signature, beacon } = input.checked;
	const origin = waiting.notice.beaconOrigin;
	if (origin.kind !== 'drand' || origin.chain !== chain || origin.round !== round)
		return { ok: false, problem: 'other-source' };
	const entry = { notice_id: input.id, kind: 'drand', proof: signature, beacon } as const;
	await insertEntry(trx, { ...entry, entered_by: by.id, entered_at: now });
	await setOnNotice(trx, waiting.notice, { proof: signature, beacon }, by, now);
	return { ok: true, recorded: true };
}

/** The notice, if it is closed and still waits for a number from such a source. */
async function findWaiting(trx: Transaction<Database>, id: string, kind: 'draw' | 'drand', now: Instant) {
	const notice = await findNotice(trx, id);
	if (!notice) return { ok: false, problem: 'not-found' } as const;
	if (noticePhase(notice, now) !== 'closed') return { ok: false, problem: 'not-closed' } as const;
	if (notice.beacon !== null) return { ok: false, problem: 'already-recorded' } as const;
	if (notice.beaconOrigin.kind !== kind) return { ok: false, problem: 'other-source' } as const;
	return { ok: true, notice } as const;
}

async function setOnNotice(
	trx: Transaction<Database>,
	{ id }: Notice,
	detail: { readonly proof: string; readonly beacon: string },
	by: Actor | typeof system,
	now: Instant
): Promise<void> {
	await setBeacon(trx, id, detail.beacon);
	await insertEvent(trx, { notice_id: id, event: 'beacon_recorded', at: now, account_id: by.id });
	record(trx, { event: 'beacon_recorded', by, subject: { type: 'notice', id }, at: now, detail });
}
