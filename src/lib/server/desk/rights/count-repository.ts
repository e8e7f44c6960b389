import { sql, type Kysely, type RawBuilder } from 'kysely';
import { auditSubjects } from '$lib/server/platform/audit/events';
import type { Database } from '$lib/server/schema';
import { keptOfPerson } from './kept-of-person';

type Table = keyof Database;
type Person = { readonly id: string; readonly email: string };

/**
 * `from … where …` of a person's rows of a table, one for each of the columns by which the table of what is kept finds them:
 * each uses its own index.
 */
function waysTo(table: Table, person: Person): RawBuilder<unknown>[] {
	const kept = keptOfPerson[table];
	if (!('person' in kept)) throw new Error(`${table} holds no rows of a person`);
	return kept.person.by.map(([column, of]) => {
		if (of === 'token') throw new Error(`the rows of ${table} are found by a key`);
		const values =
			of === 'account' || of === 'email'
				? sql`${of === 'account' ? person.id : person.email}`
				: sql.join(
						waysTo(of, person).map((way) => sql`select id ${way}`),
						sql` union `
					);
		return sql`from ${sql.table(table)} where ${sql.ref(column)} in (${values})`;
	});
}

/** The ids of a person's rows of each of these tables. */
export async function listOwnIds<T extends Table>(
	db: Kysely<Database>,
	tables: readonly T[],
	person: Person
): Promise<ReadonlyMap<T, string[]>> {
	const ways = tables.flatMap((table) =>
		waysTo(table, person).map((way) => sql`select cast(${table} as text) as kept, id ${way}`)
	);
	// A row that two ways find comes once.
	const { rows } = await sql<{ kept: T; id: string }>`${sql.join(ways, sql` union `)}`.execute(db);
	return new Map(tables.map((table) => [table, rows.filter(({ kept }) => kept === table).map(({ id }) => id)]));
}

const BATCH = 500;

/** How many entries of the log tell what an account did, or what others did to these records. */
export async function countEntries(
	db: Kysely<Database>,
	accountId: string,
	records: readonly string[]
): Promise<number> {
	const entries = db.selectFrom('audit_entries').select(({ fn }) => fn.countAll().as('n'));
	let count = Number((await entries.where('actor_id', '=', accountId).executeTakeFirstOrThrow()).n);
	for (let from = 0; from < records.length; from += BATCH) {
		const others = entries
			// The index of the log begins with the type.
			.where('subject_type', 'in', auditSubjects)
			.where('subject_id', 'in', records.slice(from, from + BATCH))
			.where((eb) => eb.or([eb('actor_id', 'is', null), eb('actor_id', '!=', accountId)]));
		count += Number((await others.executeTakeFirstOrThrow()).n);
	}
	return count;
}
