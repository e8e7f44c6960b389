import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { currentTransaction } from '$lib/server/platform/db/transaction';
import type { AuditEntry } from './entry';

/**
 * Queues an entry of the audit log in the transaction of the act. `transact` chains and writes the queue as its last
 * statements, so that the head of the chain stays locked as briefly as can be.
 */
export function record(trx: Transaction<Database>, entry: AuditEntry): void {
	const open = currentTransaction();
	if (!open || open.trx !== trx)
		throw new Error('An audit entry belongs to the transaction of its act: use transact().');
	open.audit.push(entry);
}
