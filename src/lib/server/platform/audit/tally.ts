import type { Kysely, Transaction } from 'kysely';
import { addDays, dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { addToCounter, forgetCounters, readCounters } from '$lib/server/platform/numbers/repository';

/**
 * Events that happen too often for an entry each in the log of acts, or that a stranger could cause too often. They are
 * counted by day. `page_refused`: a signed-in person asked for a page of another role or a record that is not
 * theirs, or tried such an act again and again. `link_asked`: somebody signed up or forgot a password, and gave a mail address.
 */
const tallied = ['page_refused', 'sign_in_failed', 'link_asked'] as const;
type Tallied = (typeof tallied)[number];

const KEPT_DAYS = 90;
const SHOWN_DAYS = 30;
const waiting = new Map<string, number>();

const nameOf = (what: Tallied, day: string) => `${what} ${day}`;

/** Counts one more, in memory: the job writes what was counted, so that nobody makes the portal write by asking. */
export function tally(what: Tallied, at: Instant): void {
	const name = nameOf(what, dayOf(at));
	waiting.set(name, (waiting.get(name) ?? 0) + 1);
}

/** Writes what was counted since the last time; answers how many. */
export async function keepTally(
	transact: (work: (trx: Transaction<Database>) => Promise<void>) => Promise<void>,
	now: Instant
): Promise<number> {
	const counted = [...waiting];
	if (counted.length === 0) return 0;
	await transact(async (trx) => {
		for (const [name, value] of counted) await addToCounter(trx, name, value);
		const kept = lastDays(dayOf(now), KEPT_DAYS);
		for (const what of tallied)
			await forgetCounters(
				trx,
				`${what} `,
				kept.map((day) => nameOf(what, day))
			);
	});
	// Events that were counted meanwhile stay for the next time.
	for (const [name, value] of counted) {
		const left = waiting.get(name)! - value;
		if (left > 0) waiting.set(name, left);
		else waiting.delete(name);
	}
	return counted.reduce((sum, [, value]) => sum + value, 0);
}

/** The days up to `today`, the newest first. */
const lastDays = (today: string, count: number): string[] =>
	Array.from({ length: count }, (_, ago) => addDays(today, -ago));

/** The counts of today and of the last thirty days, today included. */
export async function readTally(db: Kysely<Database>, now: Instant) {
	const days = lastDays(dayOf(now), SHOWN_DAYS);
	const counts = async (what: Tallied) => {
		const names = days.map((day) => nameOf(what, day));
		const rows = await readCounters(db, names);
		const today = rows.find(({ name }) => name === names[0])?.value ?? 0;
		return { today, month: rows.reduce((sum, { value }) => sum + value, 0) };
	};
	return {
		pageRefused: await counts('page_refused'),
		signInFailed: await counts('sign_in_failed'),
		linkAsked: await counts('link_asked')
	};
}
