import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { machineTime } from '$lib/server/clock';
import { normaliseEmail } from '$lib/server/platform/accounts/mail-address';
import { helperInvitedMail } from '$lib/server/platform/accounts/mails';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { newSecret, tokenHours } from '$lib/server/platform/accounts/tokens';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import { digest } from '$lib/server/platform/auth/session-adapter';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { Database } from '$lib/server/schema';
import { findInvitation, findLedBy, insertInvitation, withdraw } from './helper-repository';

/** `id` comes with the form, so that a second click invites nobody. */
export type Invitation = { readonly id: string; readonly name: string; readonly email: string };
export type InviteProblem = 'not-allowed' | 'not-found';
type Done = { readonly ok: true } | { readonly ok: false; readonly problem: InviteProblem };

const HOUR = 3_600_000;

/**
 * Invites a helper by e-mail, with a link that ends after a week. A later invitation takes the place of an earlier one to the same
 * address. Whether the address has an account is not shown: its owner reads in the mail that another address is needed.
 */
export async function inviteHelper(
	trx: Transaction<Database>,
	{ id, name, email: typed }: Invitation,
	by: Actor,
	at: Instant
): Promise<Done> {
	const organisation = await findLedBy(trx, by.id);
	if (!organisation) return { ok: false, problem: 'not-allowed' };
	const before = await findInvitation(trx, id);
	if (before) return before.organisationId === organisation.id ? { ok: true } : { ok: false, problem: 'not-found' };
	const email = normaliseEmail(typed);
	const time = machineTime();
	await withdraw(trx, { organisationId: organisation.id, email }, time);
	const secret = newSecret();
	await insertInvitation(trx, {
		...{ id, organisation_id: organisation.id, email, name, token_hash: digest(secret), invited_by: by.id },
		...{ invited_at: time, ends_at: new Date(Date.parse(time) + tokenHours.welcome * HOUR).toISOString() },
		...{ accepted_at: null, withdrawn_at: null }
	});
	const token = (await findByEmail(trx, email)) ? null : secret;
	const words = { organisation: organisation.name, inviter: by.name, token };
	await enqueueMail(trx, helperInvitedMail({ email, name, locale: 'it' }, words), at);
	record(trx, { event: 'helper_invited', by, subject: { type: 'account', id }, at });
	return { ok: true };
}

/** Takes an invitation back: its link works no more. A second click finds it so. */
export async function withdrawInvitation(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	at: Instant
): Promise<Done> {
	const organisation = await findLedBy(trx, by.id);
	if (!organisation) return { ok: false, problem: 'not-allowed' };
	const found = await findInvitation(trx, id);
	if (found?.organisationId !== organisation.id) return { ok: false, problem: 'not-found' };
	if (await withdraw(trx, { organisationId: organisation.id, id }, machineTime()))
		record(trx, { event: 'helper_invitation_withdrawn', by, subject: { type: 'account', id }, at });
	return { ok: true };
}
