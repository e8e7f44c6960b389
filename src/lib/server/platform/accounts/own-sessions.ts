import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { machineTime } from '$lib/server/clock';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import { signInWay, type SignInWay } from '$lib/domain/sign-in-way';
import { parseBrowser, type BrowserKind } from '$lib/domain/browser-kind';
import { lifetimes, sessionKind } from '$lib/server/platform/auth/lifetimes';
import { deleteOwnSessions, listSessionsOf } from '$lib/server/platform/auth/repository';
import { needsSecondFactor } from '$lib/server/platform/auth/second-factor-rule';
import { digest } from '$lib/server/platform/auth/session-adapter';
import type { Database } from '$lib/server/schema';
import { findAccount } from './repository';

/** A device that is signed in. `id` is the hash of its session: it names the session and opens nothing. */
export type OwnSession = BrowserKind & {
	readonly id: string;
	readonly since: Instant;
	/** The device that asks. */
	readonly here: boolean;
	readonly way: SignInWay;
	/** The password was right there, and the code is still missing. */
	readonly waiting: boolean;
};

/** The sessions of the account of `by` that still open it: the present one first, then the newest. */
export async function readOwnSessions(db: Kysely<Database>, by: Actor, present: string | null): Promise<OwnSession[]> {
	const account = await findAccount(db, by.id);
	const asksCode = needsSecondFactor({ ...by, hasSecondFactor: Boolean(account?.totpSealed) });
	const now = machineTime();
	const here = digest(present ?? '');
	const rows = await listSessionsOf(db, by.id, now);
	const sessions = rows.flatMap(({ id, createdAt, secondFactor, browser, way }) => {
		const waiting = asksCode && secondFactor !== 1;
		const { absolute } = lifetimes[waiting ? 'pending' : sessionKind(by.role)];
		if (Date.parse(createdAt) + absolute * 1000 <= Date.parse(now)) return [];
		return [
			{ ...parseBrowser(browser), id, since: createdAt, here: id === here, way: signInWay(way, secondFactor), waiting }
		];
	});
	return [...sessions.filter(({ here: own }) => own), ...sessions.filter(({ here: own }) => !own)];
}

/**
 * Ends one session of the account of `by`, or all but the present one. A session of another account, and one that has
 * ended already, are none of these: nothing happens, and nothing is told to the log.
 */
export async function endOwnSessions(
	trx: Transaction<Database>,
	which: { readonly only: string } | { readonly exceptPresent: string },
	by: Actor,
	at: Instant
): Promise<{ ended: number }> {
	const chosen = 'only' in which ? which : { except: digest(which.exceptPresent) };
	const ended = await deleteOwnSessions(trx, by.id, chosen);
	const subject = { type: 'account', id: by.id } as const;
	if (ended > 0) record(trx, { event: 'sessions_ended', by, subject, detail: { count: ended }, at });
	return { ended };
}
