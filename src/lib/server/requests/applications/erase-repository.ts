import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

export async function deleteDraftsOf(trx: Transaction<Database>, accountId: string): Promise<void> {
	await trx.deleteFrom('application_drafts').where('account_id', '=', accountId).execute();
}

export async function deleteDrafts(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await trx.deleteFrom('application_drafts').where('id', 'in', ids).execute();
}

/** Requests are of no account any more, and neither is what their households did with them. */
export async function takeAccountsOff(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await trx.updateTable('applications').set({ account_id: null }).where('id', 'in', ids).execute();
	await trx
		.updateTable('application_events')
		.set({ account_id: null, desk_record_id: null, signature_id: null })
		.where('application_id', 'in', ids)
		.where('event', 'in', ['submitted', 'replaced', 'withdrawn'])
		.execute();
}

/** Puts what was sealed for a request under another key. */
export async function setSealed(
	trx: Transaction<Database>,
	id: string,
	sealed: { readonly needs_sealed: string; readonly data_key_id: string }
): Promise<void> {
	await trx.updateTable('applications').set(sealed).where('id', '=', id).execute();
}

/** Writes a reason that was sealed anew in the place of the earlier one. */
export async function replaceEventReason(
	trx: Transaction<Database>,
	applicationId: string,
	{ before, after }: { readonly before: string; readonly after: string }
): Promise<void> {
	await trx
		.updateTable('application_events')
		.set({ reason: after })
		.where('application_id', '=', applicationId)
		.where('reason', '=', before)
		.execute();
}
