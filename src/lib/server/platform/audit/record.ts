import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { currentTransaction } from '$lib/server/platform/db/transaction';
import type { AuditEntry } from './entry';

/**
 * Queues an entry of the audit log in the transaction of the act. `transact` chains and writes the queue as its last
 * statements, so that the head of the chain stays locked as briefly as can be. What a helper does for a person is told as
 * the helper's act, and once more on the mandate, where the person reads it.
 */
export function record(trx: Transaction<Database>, entry: AuditEntry): void {
	const open = currentTransaction();
	if (!open || open.trx !== trx)
		throw new Error('An audit entry belongs to the transaction of its act: use transact().');
	const helper = 'helper' in entry.by ? entry.by.helper : undefined;
	if (helper && !open.mandates.has(helper.mandateId))
		throw new Error('A helper did what no mandate was asked for: call mayDo() in the transaction of the act.');
	open.audit.push(...(helper ? byHelper(entry, helper) : [entry]));
}

/** Lets the acts of a helper be recorded in the open transaction: its mandate was asked and covers what is done. */
export function letHelperAct(mandateId: string): void {
	currentTransaction()?.mandates.add(mandateId);
}

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
