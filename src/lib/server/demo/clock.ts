import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { system, type AuditActor } from '$lib/server/platform/auth/actor';
import { shiftClock } from '$lib/server/clock';
import { config } from '$lib/server/config';
import type { Database } from '$lib/server/schema';
import { log } from '$lib/server/log';
import { offsetAfter, type Move, type Moved } from './clock-move';
import { findWorld, nextDeadline, setClockOffset } from './repository';

const REREAD_MS = 1_000;

type Refused = { readonly ok: false; readonly problem: 'not-a-demo' | 'no-world' };

/**
 * Moves the clock of every process of this demo. Production refuses. `seen` is the offset in milliseconds that the
 * person saw: if the clock has moved since (a second click), it stays.
 */
export async function moveClock(
	trx: Transaction<Database>,
	move: Move,
	now: Instant,
	by: AuditActor = system,
	seen?: number
): Promise<Moved | Refused> {
	if (!config().demo) return { ok: false, problem: 'not-a-demo' };
	const world = await findWorld(trx);
	if (!world) return { ok: false, problem: 'no-world' };
	if (seen !== undefined && seen !== world.clock_offset_ms) return { ok: true, offset: world.clock_offset_ms };
	const deadline = await nextDeadline(trx, now);
	const moved = offsetAfter(move, world.clock_offset_ms, now, deadline?.at ?? null);
	if (!moved.ok) return moved;
	await setClockOffset(trx, moved.offset);
	const detail = { offsetMilliseconds: moved.offset };
	record(trx, { event: 'demo_clock_moved', by, subject: { type: 'demo_world', id: world.seed }, detail, at: now });
	return moved;
}

/** Sets the clock of this process as the database says. */
export async function readClock(db: Kysely<Database>): Promise<void> {
	const world = await findWorld(db);
	shiftClock(world?.clock_offset_ms ?? 0);
}

/**
 * Keeps the clock of this process where the database says, whichever process moved it. Returns a function that stops
 * this; does nothing outside a demo.
 */
export async function followClock(db: () => Kysely<Database>): Promise<() => void> {
	if (!config().demo) return () => {};
	await readClock(db());
	const timer = setInterval(() => {
		readClock(db()).catch((error: unknown) => log.warn({ err: error }, 'the demo clock could not be read'));
	}, REREAD_MS);
	timer.unref();
	return () => clearInterval(timer);
}
