import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The next number of a series, from 1. Holds the row until the transaction ends, so numbers never repeat. */
export async function nextNumber(trx: Transaction<Database>, series: string): Promise<number> {
	const { value } = await trx
		.insertInto('counters')
		.values({ name: series, value: 1 })
		.onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
		.returning('value')
		.executeTakeFirstOrThrow();
	return value;
}
