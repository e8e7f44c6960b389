import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin, Transaction } from 'kysely';
import type { AuditEntry } from '$lib/server/platform/audit/entry';
import type { Database } from '$lib/server/schema';

/**
 * `mandates`: those that allowed a helper's act in this transaction. `yeses`: what a person said yes to in it, which ends with
 * the transaction.
 */
type Open = {
	readonly trx: Transaction<Database>;
	readonly audit: AuditEntry[];
	readonly mandates: Set<string>;
	readonly yeses: Set<string>;
};

const open = new AsyncLocalStorage<Open>();

/** The transaction in which the present code runs, if any. */
export function currentTransaction(): Open | undefined {
	return open.getStore();
}

/** Runs `work` marked as inside `trx`, then `last`, which writes what was queued for the end. */
export function runInTransaction<Result>(
	trx: Transaction<Database>,
	work: (trx: Transaction<Database>) => Promise<Result>,
	last: (trx: Transaction<Database>, entries: readonly AuditEntry[]) => Promise<void>
): Promise<Result> {
	const audit: AuditEntry[] = [];
	return open.run({ trx, audit, mandates: new Set(), yeses: new Set() }, async () => {
		const result = await work(trx);
		await last(trx, audit);
		return result;
	});
}

/**
 * On SQLite a query outside the transaction waits for the transaction to end, and the transaction waits for the query.
 */
export const noStrayQueries: KyselyPlugin = {
	transformQuery({ node }) {
		if (open.getStore()) throw new Error('A query ran outside its transaction: pass trx down instead of db.');
		return node;
	},
	transformResult: async ({ result }) => result
};
