import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Account } from '$lib/server/platform/accounts/account';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import { guardedRoles } from '$lib/server/platform/auth/actor';
import { mayEnter } from '$lib/server/platform/auth/second-factor-rule';
import type { Sessions } from '$lib/server/platform/auth/sessions';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import type { Met } from '$lib/server/platform/auth/identity-cookies';
import { findIdentity, updateClaims, type StoredIdentity } from './repository';
import { sealClaims } from './stored-claims';

/** The browser that signs in. */
type Device = { readonly browser: string; readonly oldSession: string | null; readonly portalIsDemo: boolean };

type Entered =
	| { ok: true; account: Account; sessionId: string; pending: boolean }
	| { ok: false; problem: 'unknown' | 'closed' };

/** Sign-in by a public identity that is linked to an account. */
export async function enterByIdentity(
	trx: Transaction<Database>,
	sessions: Sessions,
	met: Met,
	device: Device,
	at: Instant
): Promise<Entered> {
	const identity = await findIdentity(trx, met);
	const account = identity && (await findAccount(trx, identity.accountId));
	if (!identity || !account) return { ok: false, problem: 'unknown' };
	if (account.disabledAt || !mayEnter(account, device.portalIsDemo)) return { ok: false, problem: 'closed' };
	await refreshClaims(trx, identity, met);
	return { ok: true, account, ...(await openIdentitySession(trx, sessions, account, device, at)) };
}

/**
 * Opens a session for the owner of a public identity. Its second level has two factors, so a resident is in; the staff give
 * the code of the portal too (ADR 33).
 */
export async function openIdentitySession(
	trx: Transaction<Database>,
	sessions: Sessions,
	account: Account,
	{ browser, oldSession }: Device,
	at: Instant
): Promise<{ sessionId: string; pending: boolean }> {
	const pending = !account.demo && guardedRoles.includes(account.role);
	// A session from before the sign-in ends here (session fixation).
	if (oldSession) await sessions.end(oldSession);
	const sessionId = await sessions.start(
		{ ...account, browser, way: 'public-identity' },
		pending ? 'pending' : 'complete'
	);
	const subject = { type: 'account', id: account.id } as const;
	if (!pending) record(trx, { event: 'signed_in', by: account, subject, detail: { public_identity: true }, at });
	return { sessionId, pending };
}

/** Keeps what the gateway says today. Nothing is kept for a person whose key was shredded. */
async function refreshClaims(trx: Transaction<Database>, { id, dataKeyId }: StoredIdentity, met: Met): Promise<void> {
	const key = (await openDataKeys(trx, [dataKeyId])).get(dataKeyId);
	if (key) await updateClaims(trx, id, sealClaims(key, id, met.claims));
}
