import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { findAccount, takeStep, updateAccount } from '$lib/server/platform/accounts/repository';
import { tellFactorChanged } from '$lib/server/platform/accounts/tell-owner';
import { record } from '$lib/server/platform/audit/record';
import { machineTime } from '$lib/server/clock';
import type { Database } from '$lib/server/schema';
import type { Role } from './actor';
import { takeRecoveryCode } from './recovery-codes';
import { deleteRecoveryCodes, findWay } from './repository';
import { digest } from './session-adapter';
import type { Sessions } from './sessions';
import { openOffer, openSecret, sealSecret, stepOfCode } from './totp';

type Result<Value> = ({ ok: true } & Value) | { ok: false; problem: 'wrong-code' | 'offer-invalid' };
type Owner = { readonly id: string; readonly role: Role };

/** Codes follow the clock of the person's phone, not the portal's. */
const phoneTime = () => Math.floor(Date.parse(machineTime()) / 1000);

/** Binds the second factor to an account, once a code shows that the secret was copied. */
export async function enrolSecondFactor(
	trx: Transaction<Database>,
	input: { offer: string; code: string },
	by: Owner,
	at: Instant
): Promise<Result<object>> {
	const secret = openOffer(by.id, input.offer);
	if (secret === null) return { ok: false, problem: 'offer-invalid' };
	const step = stepOfCode(secret, input.code, null, phoneTime());
	if (step === null) return { ok: false, problem: 'wrong-code' };
	await updateAccount(trx, by.id, { totp_sealed: sealSecret(by.id, secret), totp_last_step: step });
	await deleteRecoveryCodes(trx, by.id);
	await tellFactorChanged(trx, by.id, 'enrolled', at);
	record(trx, { event: 'second_factor_enrolled', by, subject: { type: 'account', id: by.id }, at });
	return { ok: true };
}

/** Whether `code` is the account's, used for the first time. */
export async function takeCode(trx: Transaction<Database>, accountId: string, code: string): Promise<boolean> {
	const account = await findAccount(trx, accountId);
	if (!account?.totpSealed) return false;
	const step = stepOfCode(openSecret(accountId, account.totpSealed), code, account.totpLastStep, phoneTime());
	return step !== null && takeStep(trx, accountId, step);
}

/** Takes a code of the app, or a recovery code in its place. */
export const takeEither = async (trx: Transaction<Database>, by: Owner, code: string, at: Instant): Promise<boolean> =>
	(await takeCode(trx, by.id, code)) || takeRecoveryCode(trx, by, code, at);

/** Ends a pending session and opens a complete one: enrolling first when the account has no second factor yet. */
export async function completeSignIn(
	trx: Transaction<Database>,
	sessions: Sessions,
	input: { code: string; offer?: string | undefined },
	pending: Owner & { readonly sessionId: string; readonly browser?: string },
	at: Instant
): Promise<Result<{ sessionId: string }>> {
	const account = await findAccount(trx, pending.id);
	if (!account) return { ok: false, problem: 'wrong-code' };
	if (account.totpSealed === null) {
		const enrolled = await enrolSecondFactor(trx, { offer: input.offer ?? '', code: input.code }, account, at);
		if (!enrolled.ok) return enrolled;
	} else if (!(await takeEither(trx, account, input.code, at))) return { ok: false, problem: 'wrong-code' };
	const way = await findWay(trx, digest(pending.sessionId));
	// Sessions that began before the factor changed may be a stranger's.
	if (account.totpSealed === null) await sessions.endAll(account.id);
	await sessions.end(pending.sessionId);
	const sessionId = await sessions.start({ ...account, browser: pending.browser, way }, 'complete');
	record(trx, { event: 'signed_in', by: account, subject: { type: 'account', id: account.id }, at });
	return { ok: true, sessionId };
}
