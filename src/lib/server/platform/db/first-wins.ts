import type { Transaction } from 'kysely';
import type { AppDatabase } from './database';
import type { Database } from '$lib/server/schema';
import { isUniqueViolation } from './unique-violation';

/**
 * Runs `work` in a transaction and, when a unique index says that another was faster, once more in a new one. The
 * second run finds what the first wrote, and can say who and when. For work that reads before it inserts.
 */
export async function firstWins<Result>(
	transact: AppDatabase['transact'],
	work: (trx: Transaction<Database>) => Promise<Result>
): Promise<Result> {
	try {
		return await transact(work);
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		return transact(work);
	}
}
