import type { Instant } from '$lib/domain/calendar/instant';
import type { Account } from '$lib/server/platform/accounts/account';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { tally } from '$lib/server/platform/audit/tally';
import { attemptKeys } from './attempt-keys';
import { checkCredentials, openSession } from './sign-in';
import type { Sessions } from './sessions';
import type { Throttle } from './throttle';

export type Gate = {
	readonly database: AppDatabase;
	readonly sessions: Sessions;
	readonly throttle: Throttle;
	readonly portalIsDemo: boolean;
	/** Lets `seconds` pass. */
	readonly pause: (seconds: number) => Promise<void>;
};

export type Attempt = {
	readonly email: string;
	readonly password: string;
	readonly address: string;
	readonly knownDevice: string | null;
	readonly oldSession: string | null;
	/** The kind of browser (browser-kind.ts). */
	readonly browser?: string;
};

export type Entered =
	| { ok: true; account: Account; sessionId: string; pending: boolean }
	| { ok: false; problem: 'wait'; seconds: number }
	| { ok: false; problem: 'wrong-credentials' };

/**
 * Sign-in by password. Opens its own transaction, unlike a service: the tries are counted even when it fails, and
 * hashing takes 30 ms that must not hold SQLite's write lock.
 */
export async function enter(gate: Gate, attempt: Attempt, at: Instant): Promise<Entered> {
	const { refusing, slowing } = attemptKeys(attempt);
	const taken = await gate.throttle.take(refusing);
	if (!taken.ok) {
		tally('sign_in_failed', at);
		return { ok: false, problem: 'wait', seconds: taken.seconds };
	}
	const pause = await gate.throttle.slow(slowing);
	if (pause > 0) await gate.pause(pause);
	const check = await checkCredentials(gate.database.db, attempt, gate.portalIsDemo);
	if (!check.ok) {
		tally('sign_in_failed', at);
		return check;
	}
	await gate.throttle.giveBack([...refusing, ...slowing]);
	const { account } = check;
	const opened = await gate.database.transact((trx) =>
		openSession(trx, gate.sessions, { ...account, browser: attempt.browser }, attempt.oldSession, at)
	);
	return { ok: true, account, ...opened };
}
