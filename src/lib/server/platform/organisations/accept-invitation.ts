import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { machineTime } from '$lib/server/clock';
import { newAccount } from '$lib/server/platform/accounts/account';
import { findByEmail, insertAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import { digest } from '$lib/server/platform/auth/session-adapter';
import type { Database } from '$lib/server/schema';
import { accept, findByToken, type StoredInvitation } from './helper-repository';

/** Whether a link still works: nobody used or withdrew it, its week is not over, and whoever invited is still there. */
const works = ({ acceptedAt, withdrawnAt, endsAt, inviterGone }: StoredInvitation): boolean =>
	acceptedAt === null && withdrawnAt === null && endsAt > machineTime() && inviterGone === null;

/** What the page of the link says; null when the link works no more. */
export async function readInvitation(db: Kysely<Database>, token: string) {
	const found = await findByToken(db, digest(token));
	if (!found || !works(found) || (await findByEmail(db, found.email))) return null;
	const { name, email, organisation, inviter } = found;
	return { name, email, organisation, inviter };
}

type Accepted =
	| { readonly ok: true; readonly email: string }
	| { readonly ok: false; readonly problem: 'link-invalid' };

/**
 * The owner of the address chose a password on the page of the link: the account of the helper is made, in the organisation that
 * invited. The same form sent twice answers the same twice.
 */
export async function acceptInvitation(
	trx: Transaction<Database>,
	input: { readonly token: string; readonly passwordHash: string },
	at: Instant
): Promise<Accepted> {
	const found = await findByToken(trx, digest(input.token));
	const existing = found && (await findByEmail(trx, found.email));
	if (found && existing?.id === found.id && !existing.disabledAt) return { ok: true, email: existing.email };
	if (!found || existing || !works(found) || !(await accept(trx, found.id, machineTime())))
		return { ok: false, problem: 'link-invalid' };
	const { id, email, name, organisationId } = found;
	const chosen = { passwordHash: input.passwordHash, emailConfirmedAt: at, createdAt: at, organisationId };
	const account = newAccount({ id, email, name, role: 'caseworker', ...chosen });
	await insertAccount(trx, account);
	record(trx, { event: 'helper_joined', by: account, subject: { type: 'account', id }, at });
	return { ok: true, email };
}
