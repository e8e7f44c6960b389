import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { deleteTokens, findAccount } from '$lib/server/platform/accounts/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Sessions } from '$lib/server/platform/auth/sessions';
import type { Database } from '$lib/server/schema';
import { setLeads, setRemoved } from '$lib/server/platform/accounts/helper-repository';
import { findLedBy, listHelpers } from './helper-repository';

/** `leads`: the administration of the portal alone removes somebody who leads the organisation. */
export type RemoveProblem = 'not-allowed' | 'not-found' | 'own-account' | 'leads';
type Done = { readonly ok: true } | { readonly ok: false; readonly problem: RemoveProblem };
type Which = { readonly id: string; readonly removed: boolean };

/**
 * Removes a helper from the organisation that `by` leads, or lets one in again. Access and all sessions end at once. The mandates
 * are the organisation's and stay.
 */
export async function setHelperRemoved(
	trx: Transaction<Database>,
	sessions: Sessions,
	{ id, removed }: Which,
	by: Actor,
	at: Instant
): Promise<Done> {
	const organisation = await findLedBy(trx, by.id);
	if (!organisation) return { ok: false, problem: 'not-allowed' };
	if (id === by.id) return { ok: false, problem: 'own-account' };
	const helper = (await listHelpers(trx, organisation.id)).find((one) => one.id === id);
	if (!helper) return { ok: false, problem: 'not-found' };
	if (helper.leads) return { ok: false, problem: 'leads' };
	if (!(await setRemoved(trx, id, removed ? at : null))) return { ok: true };
	if (removed) {
		await sessions.endAll(id);
		await deleteTokens(trx, id, 'reset_password');
	}
	const event = removed ? 'helper_removed' : 'helper_let_in';
	record(trx, { event, by, subject: { type: 'account', id }, at });
	return { ok: true };
}

/** The administration says who leads an organisation, and so invites and removes its helpers. */
export async function setHelperLeads(
	trx: Transaction<Database>,
	{ id, leads }: { readonly id: string; readonly leads: boolean },
	by: Actor,
	at: Instant
): Promise<{ ok: true } | { ok: false; problem: 'not-allowed' | 'not-found' }> {
	if (!allows(by, 'administrator')) return { ok: false, problem: 'not-allowed' };
	const account = await findAccount(trx, id);
	if (account?.role !== 'caseworker' || !account.organisationId) return { ok: false, problem: 'not-found' };
	if (!(await setLeads(trx, id, leads))) return { ok: true };
	record(trx, { event: leads ? 'lead_given' : 'lead_taken', by, subject: { type: 'account', id }, at });
	return { ok: true };
}
