import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor, type Role, type system } from '$lib/server/platform/auth/actor';
import { deleteRecoveryCodes } from '$lib/server/platform/auth/repository';
import type { Sessions } from '$lib/server/platform/auth/sessions';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { newAccount, type Account } from './account';
import { isErased } from './erased-address';
import { welcomeMail } from './mails';
import { normaliseEmail } from './mail-address';
import { deleteTokens, findAccount, findByEmail, insertAccount, updateAccount } from './repository';
import { tellFactorChanged } from './tell-owner';
import { issueToken, tokenHours } from './tokens';

/** The roles an administrator gives. Residents register themselves, and stay residents. */
export const givenRoles = ['caseworker', 'officer', 'manager', 'programme', 'auditor', 'administrator'] as const;
export type GivenRole = (typeof givenRoles)[number];
export const isGiven = (role: Role): role is GivenRole => givenRoles.some((given) => given === role);

type Problem = 'not-allowed' | 'not-found' | 'own-account' | 'resident';
type Result = { ok: true } | { ok: false; problem: Problem };
export type NewColleague = {
	readonly email: string;
	readonly name: string;
	readonly role: GivenRole;
	readonly organisationId: string | null;
};

/** Makes an account without a password and mails the link to choose one. */
export async function createAccount(
	trx: Transaction<Database>,
	input: NewColleague,
	by: Actor | typeof system,
	at: Instant
): Promise<{ ok: true; id: string } | { ok: false; problem: Problem | 'email-taken' }> {
	// The command line, as the system, makes the first administrator.
	if (by.role !== 'system' && !allows(by, 'administrator')) return { ok: false, problem: 'not-allowed' };
	if (await findByEmail(trx, input.email)) return { ok: false, problem: 'email-taken' };
	const account = newAccount({ ...input, id: newId(), email: normaliseEmail(input.email), createdAt: at });
	await insertAccount(trx, account);
	await sendWelcome(trx, account, at);
	const { id, role } = account;
	record(trx, { event: 'account_created', by, subject: { type: 'account', id }, detail: { role }, at });
	return { ok: true, id };
}

/** A new link to choose a password, for a mail that was lost. */
export async function inviteAgain(trx: Transaction<Database>, id: string, by: Actor, at: Instant): Promise<Result> {
	return change(trx, id, by, async (account) => {
		await sendWelcome(trx, account, at);
		record(trx, { event: 'account_invited', by, subject: { type: 'account', id }, at });
	});
}

/** Their sessions end: the new role begins with a new one. */
export async function changeRole(
	trx: Transaction<Database>,
	sessions: Sessions,
	input: { id: string; role: GivenRole },
	by: Actor,
	at: Instant
): Promise<Result> {
	return change(trx, input.id, by, async (account) => {
		await updateAccount(trx, account.id, { role: input.role });
		await sessions.endAll(account.id);
		const detail = { from: account.role, to: input.role };
		record(trx, { event: 'role_changed', by, subject: { type: 'account', id: account.id }, detail, at });
	});
}

/** Closes the account at once, or opens it again. Nothing it did is lost. */
export async function setDisabled(
	trx: Transaction<Database>,
	sessions: Sessions,
	input: { id: string; disabled: boolean },
	by: Actor,
	at: Instant
): Promise<Result> {
	const act = async (account: Account) => {
		await updateAccount(trx, account.id, { disabled_at: input.disabled ? at : null });
		await sessions.endAll(account.id);
		const event = input.disabled ? 'account_disabled' : 'account_enabled';
		record(trx, { event, by, subject: { type: 'account', id: account.id }, at });
	};
	return change(trx, input.id, by, act, 'residents-too');
}

/** After a lost phone: the next sign-in asks the person to enrol again. */
export async function resetSecondFactor(
	trx: Transaction<Database>,
	sessions: Sessions,
	id: string,
	by: Actor,
	at: Instant
): Promise<Result> {
	const act = async () => {
		await updateAccount(trx, id, { totp_sealed: null, totp_last_step: null });
		await deleteRecoveryCodes(trx, id);
		await sessions.endAll(id);
		await tellFactorChanged(trx, id, 'reset', at);
		record(trx, { event: 'second_factor_reset', by, subject: { type: 'account', id }, at });
	};
	return change(trx, id, by, act, 'residents-too');
}

async function change(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	act: (account: Account) => Promise<void>,
	whom: 'given' | 'residents-too' = 'given'
): Promise<Result> {
	if (!allows(by, 'administrator')) return { ok: false, problem: 'not-allowed' };
	// At least one administrator must remain, and nobody may raise their own role.
	if (id === by.id) return { ok: false, problem: 'own-account' };
	const account = await findAccount(trx, id);
	if (!account || isErased(account)) return { ok: false, problem: 'not-found' };
	if (whom === 'given' && !isGiven(account.role)) return { ok: false, problem: 'resident' };
	await act(account);
	return { ok: true };
}

async function sendWelcome(trx: Transaction<Database>, account: Account, at: Instant): Promise<void> {
	await deleteTokens(trx, account.id, 'reset_password');
	const token = await issueToken(trx, account.id, 'reset_password', tokenHours.welcome);
	await enqueueMail(trx, welcomeMail(account, token), at);
}
