import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Procedure } from '$lib/domain/mandates/acts';
import { lastToSayYes, type MandateDays } from '$lib/domain/mandates/duration';
import { stateOf } from '$lib/domain/mandates/mandate';
import { newId } from '$lib/server/ids';
import { newAccount, type Account } from '$lib/server/platform/accounts/account';
import { deskAddress, isDeskAddress } from '$lib/server/platform/accounts/desk-address';
import { normaliseEmail } from '$lib/server/platform/accounts/mail-address';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { findAccount, findByEmail, insertAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { namedOf } from './named';
import { sendCode } from './send-code';
import { endEarly, findMandate, insertMandate, listUnconsented } from './repository';
import { sealNamed } from './stored-named';

/** `id` comes with the form, so that a second click proposes nothing. `email`: null for a person who has none. */
export type Proposal = {
	readonly id: string;
	readonly name: string;
	readonly email: string | null;
	readonly days: MandateDays;
	readonly procedures: readonly Procedure[];
};

/** `not-renewable`: the person ended the mandate, or never said yes to it. */
export type ProposeProblem = 'not-allowed' | 'not-found' | 'not-renewable';

/** Whether `by` helps households for an organisation. */
export const isHelper = (by: Actor): by is Actor & { readonly organisationId: string } =>
	allows(by, 'caseworker') && by.organisationId !== null;

/**
 * Proposes a mandate to a person. One with an e-mail gets a code there, whether or not the address has an account: the
 * answer is the same. One without gets an account that nobody can enter, and signs on paper (adr 45).
 */
export async function proposeMandate(
	trx: Transaction<Database>,
	proposal: Proposal,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: ProposeProblem }> {
	if (!isHelper(by)) return { ok: false, problem: 'not-allowed' };
	const before = await findMandate(trx, proposal.id);
	if (before) return before.organisationId === by.organisationId ? { ok: true } : { ok: false, problem: 'not-found' };
	const email = proposal.email === null ? null : normaliseEmail(proposal.email);
	const account = email === null ? await accountWithoutAddress(trx, proposal.name, by, now) : await whoHas(trx, email);
	await write(trx, { ...proposal, email, accountId: account?.id ?? null }, by, now);
	return { ok: true };
}

export type Renewal = { readonly id: string; readonly from: string; readonly days: MandateDays };

/** Proposes a mandate to the person of an earlier one, for the same procedures, but for those that the person revoked. */
export async function renewMandate(
	trx: Transaction<Database>,
	{ id, from, days }: Renewal,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: ProposeProblem }> {
	if (!isHelper(by)) return { ok: false, problem: 'not-allowed' };
	const before = await findMandate(trx, from);
	if (before?.organisationId !== by.organisationId) return { ok: false, problem: 'not-found' };
	const again = await findMandate(trx, id);
	if (again) return again.organisationId === by.organisationId ? { ok: true } : { ok: false, problem: 'not-found' };
	const account = before.accountId === null ? undefined : await findAccount(trx, before.accountId);
	const procedures = before.authorisations.flatMap(({ procedure, revokedAt }) => (revokedAt ? [] : [procedure]));
	// Who has ended a mandate is asked anew, by the address that they tell.
	const isActive = stateOf(before, now) === 'active' || stateOf(before, now) === 'expired';
	if (!account || !isActive || procedures.length === 0) return { ok: false, problem: 'not-renewable' };
	const { name } = await namedOf(trx, before);
	const email = isDeskAddress(account.email) ? null : account.email;
	await write(trx, { id, name, email, days, procedures, accountId: account.id }, by, now);
	return { ok: true };
}

type Written = Proposal & { readonly accountId: string | null };

async function write(
	trx: Transaction<Database>,
	{ id, name, email, days, procedures, accountId }: Written,
	by: Actor & { readonly organisationId: string },
	now: Instant
): Promise<void> {
	const key = accountId === null ? await createDataKey(trx, now) : await personKey(trx, accountId, now);
	await endEarlierProposals(trx, { email, accountId }, by, now);
	const row = {
		...{ id, organisation_id: by.organisationId, account_id: accountId, data_key_id: key.id, days },
		...{ named_sealed: sealNamed(key.key, id, { name, email }), proposed_by: by.id, proposed_at: now },
		...{ consented_at: null, ends_at: lastToSayYes(now), early_end: null, early_at: null }
	};
	await insertMandate(trx, row, procedures);
	record(trx, { event: 'mandate_proposed', by, subject: { type: 'mandate', id }, detail: { days }, at: now });
	if (email !== null) await sendCode(trx, { mandateId: id, act: 'mandate', subjectId: null, email }, by, now);
}

/** The account of a resident who has this address. Another role's is nobody's to help. */
async function whoHas(trx: Transaction<Database>, email: string): Promise<Account | undefined> {
	const account = await findByEmail(trx, email);
	return account?.role === 'applicant' && account.disabledAt === null ? account : undefined;
}

async function accountWithoutAddress(
	trx: Transaction<Database>,
	name: string,
	by: Actor,
	now: Instant
): Promise<Account> {
	const id = newId();
	const account = newAccount({ id, email: deskAddress(id), name, role: 'applicant', createdAt: now, demo: by.demo });
	await insertAccount(trx, account);
	record(trx, {
		event: 'account_created',
		by,
		subject: { type: 'account', id },
		detail: { role: 'applicant' },
		at: now
	});
	return account;
}

/**
 * A proposal takes the place of every earlier one to the same person. They are found by what was typed, whether or not the
 * address has an account, so that the states of two proposals do not tell it.
 */
async function endEarlierProposals(
	trx: Transaction<Database>,
	of: { readonly email: string | null; readonly accountId: string | null },
	by: Actor & { readonly organisationId: string },
	now: Instant
): Promise<void> {
	for (const open of await listUnconsented(trx, by.organisationId)) {
		const isSame = of.accountId !== null && open.accountId === of.accountId;
		if (!isSame && (of.email === null || (await namedOf(trx, open)).email !== of.email)) continue;
		if (await endEarly(trx, open.id, 'replaced', now))
			record(trx, { event: 'mandate_replaced', by, subject: { type: 'mandate', id: open.id }, at: now });
	}
}
