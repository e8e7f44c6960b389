import { sql, type Kysely } from 'kysely';
import { keptOfPerson } from '../../src/lib/server/desk/rights/kept-of-person';
import type { Database } from '../../src/lib/server/schema';

export type StoredRow = Readonly<Record<string, unknown>>;
type Table = keyof Database;
type Person = { readonly id: string; readonly email: string };

/** Every row of a person, by table, found by the columns that the table of what is kept names. */
export async function rowsOfPerson(db: Kysely<Database>, person: Person): Promise<Map<Table, StoredRow[]>> {
	const found = new Map<Table, StoredRow[]>();
	for (const table of Object.keys(keptOfPerson) as Table[]) await rowsIn(db, table, person, found);
	return found;
}

async function rowsIn(
	db: Kysely<Database>,
	table: Table,
	person: Person,
	found: Map<Table, StoredRow[]>
): Promise<StoredRow[]> {
	const known = found.get(table);
	if (known) return known;
	const kept = keptOfPerson[table];
	if (!('person' in kept)) return [];
	const rows = new Map<string, StoredRow>();
	for (const [column, of] of kept.person.by)
		for (const value of await valuesOf(db, of, person, found)) {
			const query = sql<StoredRow>`select * from ${sql.table(table)} where ${sql.ref(column)} = ${value}`;
			for (const row of (await query.execute(db)).rows) rows.set(JSON.stringify(row), row);
		}
	found.set(table, [...rows.values()]);
	return [...rows.values()];
}

type Of = Extract<(typeof keptOfPerson)[Table], { person: unknown }>['person']['by'][number][1];

async function valuesOf(db: Kysely<Database>, of: Of, person: Person, found: Map<Table, StoredRow[]>) {
	// A token is found by a key only.
	if (of === 'token') return [];
	if (of === 'account') return [person.id];
	return of === 'email' ? [person.email] : (await rowsIn(db, of, person, found)).map(({ id }) => id);
}
