import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { AtDesk } from '$lib/server/platform/auth/actor';
import { currentTransaction } from '$lib/server/platform/db/transaction';
import type { AuditEntry } from './entry';
import type { AuditEvent } from './events';

/**
 * Queues an entry of the audit log in the transaction of the act. `transact` chains and writes the queue as its last
 * statements, so that the head of the chain stays locked as briefly as can be. What a helper does for a person is told as
 * the helper's act, and once more on the mandate, where the person reads it. What an officer records at the desk is told as the
 * officer's act, with how and when the office heard it.
 */
export function record(trx: Transaction<Database>, entry: AuditEntry): void {
	const open = currentTransaction();
	if (!open || open.trx !== trx)
		throw new Error('An audit entry belongs to the transaction of its act: use transact().');
	const helper = 'helper' in entry.by ? entry.by.helper : undefined;
	if (helper && !open.mandates.has(helper.mandateId))
		throw new Error('A helper did what no mandate was asked for: call mayDo() in the transaction of the act.');
	const desk = 'desk' in entry.by ? entry.by.desk : undefined;
	if (desk) open.audit.push(...atDesk(entry, desk));
	else open.audit.push(...(helper ? byHelper(entry, helper) : [entry]));
}

/** Lets the acts of a helper be recorded in the open transaction: its mandate was asked and covers what is done. */
export function letHelperAct(mandateId: string): void {
	currentTransaction()?.mandates.add(mandateId);
}

/** The person said yes in the open transaction to what `key` names. */
export function letWithYes(key: string): void {
	currentTransaction()?.yeses.add(key);
}

/** Whether the person said yes in the open transaction to what `key` names. */
export const hasYes = (key: string): boolean => currentTransaction()?.yeses.has(key) === true;

function byHelper(
	entry: AuditEntry,
	{ id, mandateId }: { readonly id: string; readonly mandateId: string }
): AuditEntry[] {
	const by = { id, role: 'caseworker' } as const;
	const detail = { event: entry.event };
	return [
		{ ...entry, by },
		{ event: 'helper_acted', by, subject: { type: 'mandate', id: mandateId }, detail, at: entry.at }
	];
}

/** All that an officer records for a household. Whatever else a household does, it does itself: to answer an offer has a form of its own. */
const recordedAtDesk: readonly AuditEvent[] = [
	'address_told',
	'application_submitted',
	'contact_saved',
	'document_changed',
	'document_kept',
	'draft_discarded',
	'household_named',
	'line_contested'
];

function atDesk(entry: AuditEntry, { officer, recordId, channel, on }: AtDesk): AuditEntry[] {
	if (!recordedAtDesk.includes(entry.event)) throw new Error(`No officer records ${entry.event} for a household.`);
	const by = { id: officer.id, role: officer.role };
	const heard = { desk_record: recordId, channel, received_on: on };
	const subject = { type: 'desk_record', id: recordId } as const;
	return [
		{ ...entry, by, detail: { ...entry.detail, ...heard } },
		{ event: 'desk_recorded', by, subject, detail: { event: entry.event }, at: entry.at }
	];
}
