import '../../../support/settings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptOfPerson } from '$lib/server/desk/rights/kept-of-person';
import type { Database } from '$lib/server/schema';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

const columnsOf = async () => {
	const tables = await database.db.introspection.getTables();
	return tables.flatMap(({ name, columns }) => columns.map((column) => ({ table: name, column: column.name })));
};

/** Columns by which a row is a person's, or in which their facts stand. */
const PERSONAL = /(^|_)sealed$|^account_id$|^data_key_id$|^email$|^recipient$|^facts$|^answers$|^tax_code|^household$/;

describe('the table of what is kept of a person', () => {
	it('names every column that is a person’s, sealed or not', async () => {
		const unnamed = (await columnsOf())
			.filter(({ table, column }) => table in keptOfPerson && PERSONAL.test(column))
			.filter(({ table, column }) => {
				const kept = keptOfPerson[table as keyof Database];
				return 'nobody' in kept || ('person' in kept && !(column in kept.person.facts));
			});
		expect(unnamed.filter(({ table }) => table !== 'audit_entries')).toEqual([]);
	});

	it('names columns that are there, and says by what a row is found', async () => {
		const columns = await columnsOf();
		for (const [table, kept] of Object.entries(keptOfPerson)) {
			if (!('person' in kept)) continue;
			const own = columns.filter((one) => one.table === table).map(({ column }) => column);
			expect(own, table).toEqual(
				expect.arrayContaining([...kept.person.by.map(([column]) => column), ...Object.keys(kept.person.facts)])
			);
		}
	});
});
