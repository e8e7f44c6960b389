import type { Kysely, Transaction } from 'kysely';
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

/** Adds to a counter by name, and makes it where it is not there. */
export async function addToCounter(trx: Transaction<Database>, name: string, value: number): Promise<void> {
	await trx
		.insertInto('counters')
		.values({ name, value })
		.onConflict((conflict) =>
			conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', eb.ref('excluded.value')) }))
		)
		.execute();
}

/** Deletes the counters whose name begins with `prefix`, except those in `kept`. */
export async function forgetCounters(
	trx: Transaction<Database>,
	prefix: string,
	kept: readonly string[]
): Promise<void> {
	await trx.deleteFrom('counters').where('name', 'like', `${prefix}%`).where('name', 'not in', kept).execute();
}

export const readCounters = (db: Kysely<Database>, names: readonly string[]) =>
	db.selectFrom('counters').select(['name', 'value']).where('name', 'in', names).execute();
