import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Account } from '$lib/server/platform/accounts/account';
import { newAccount } from '$lib/server/platform/accounts/account';
import { identityChangedMail } from '$lib/server/platform/accounts/mails';
import { mailAddress, normaliseEmail } from '$lib/server/platform/accounts/mail-address';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { findAccount, findByEmail, insertAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import type { AuditActor } from '$lib/server/platform/auth/actor';
import { newId } from '$lib/server/ids';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { Database } from '$lib/server/schema';
import type { PublicClaims } from './claims';
import type { Met } from '$lib/server/platform/auth/identity-cookies';
import { deleteIdentity, findIdentity, insertIdentity, listIdentitiesOf, subjectHash } from './repository';
import { sealClaims } from './stored-claims';

type Owner = AuditActor & { readonly id: string };

/**
 * Links a public identity to the account of `by`, who signed in to it with the password. From then on both lead to this
 * account. Asked twice, it is linked once; an identity of another account stays there.
 */
export async function linkIdentity(
	trx: Transaction<Database>,
	met: Met,
	by: Owner,
	at: Instant
): Promise<{ ok: true } | { ok: false; problem: 'identity-taken' }> {
	const before = await findIdentity(trx, met);
	if (before) return before.accountId === by.id ? { ok: true } : { ok: false, problem: 'identity-taken' };
	const { id: data_key_id, key } = await personKey(trx, by.id, at);
	const id = newId();
	const row = { id, account_id: by.id, data_key_id, issuer: met.issuer, subject_hash: subjectHash(met.subject) };
	const made = await insertIdentity(trx, { ...row, claims_sealed: sealClaims(key, id, met.claims), linked_at: at });
	if (!made) return { ok: false, problem: 'identity-taken' };
	await tellOwner(trx, by.id, 'linked', at);
	record(trx, { event: 'identity_linked', by, subject: { type: 'account', id: by.id }, at });
	return { ok: true };
}

/** Takes an identity away from the account of `by`. The last way to sign in stays: without a password nothing happens. */
export async function unlinkIdentity(
	trx: Transaction<Database>,
	id: string,
	by: Owner,
	at: Instant
): Promise<{ ok: true } | { ok: false; problem: 'password-needed' }> {
	const account = await findAccount(trx, by.id);
	const own = await listIdentitiesOf(trx, by.id);
	if (!account?.passwordHash && own.length === 1) return { ok: false, problem: 'password-needed' };
	if (!(await deleteIdentity(trx, by.id, id))) return { ok: true };
	await tellOwner(trx, by.id, 'unlinked', at);
	record(trx, { event: 'identity_unlinked', by, subject: { type: 'account', id: by.id }, at });
	return { ok: true };
}

/** Whether the claims are enough for an account without the mail of a sign-up: names, and an address that was proved. */
export const isEnough = (claims: PublicClaims): boolean =>
	claims.emailVerified && mailAddress(claims.email) !== undefined && nameOf(claims) !== '';

const nameOf = ({ givenName, familyName }: PublicClaims): string => `${givenName} ${familyName}`.trim();

/**
 * Makes an applicant's account for a person whom the gateway told, with the address that the gateway proved. An address
 * that has an account is not given a second one: its owner signs in with the password and links the identity.
 */
export async function makeAccount(
	trx: Transaction<Database>,
	met: Met,
	locale: string,
	at: Instant
): Promise<{ ok: true; account: Account } | { ok: false; problem: 'sign-in-first' | 'identity-taken' }> {
	const { claims } = met;
	if (!isEnough(claims) || (await findByEmail(trx, claims.email))) return { ok: false, problem: 'sign-in-first' };
	if (await findIdentity(trx, met)) return { ok: false, problem: 'identity-taken' };
	const about = { id: newId(), email: normaliseEmail(claims.email), name: nameOf(claims), locale };
	const account = newAccount({ ...about, role: 'applicant', emailConfirmedAt: at, createdAt: at });
	await insertAccount(trx, account);
	const linked = await linkIdentity(trx, met, account, at);
	return linked.ok ? { ok: true, account } : linked;
}

/** Tells the owner of the account, so that a link that somebody else made does not stay unseen. */
async function tellOwner(trx: Transaction<Database>, id: string, change: 'linked' | 'unlinked', at: Instant) {
	const account = await findAccount(trx, id);
	if (account) await enqueueMail(trx, identityChangedMail(account, change), at);
}
