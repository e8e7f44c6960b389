import type { Selectable } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { AppDatabase } from '$lib/server/platform/db/database';

/** Everything that is in the database after a history, table by table. */
export type Rows = { readonly [Table in keyof Database]: readonly Selectable<Database[Table]>[] };

let names: (keyof Database)[] | undefined;

export async function readRows({ db }: AppDatabase): Promise<Rows> {
	// Those of another schema are copies of the beginning.
	names ??= (await db.introspection.getTables())
		.filter(({ schema }) => !schema || schema === 'public')
		.map(({ name }) => name as keyof Database);
	const rows = await Promise.all(names.map(async (name) => [name, await db.selectFrom(name).selectAll().execute()]));
	return Object.fromEntries(rows) as Rows;
}

/** The values that occur more than once. */
export function repeated(values: readonly string[]): string[] {
	const seen = new Set<string>();
	return values.filter((value) => seen.has(value) || !seen.add(value));
}
