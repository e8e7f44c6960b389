import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cyclesOfTables, statesOfColumns } from '$lib/server/desk/work-list/stored-states';
import { lifeCycles } from '$lib/server/desk/work-list/waiting-table';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

const onPostgres = () => database.url.startsWith('postgres');

/** The tables of the database, without those of the migrations and of the database itself. */
async function tablesOf(): Promise<string[]> {
	const { rows } = onPostgres()
		? await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(
				database.db
			)
		: await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(database.db);
	return rows.map(({ name }) => name).filter((name) => !/^(kysely|sqlite)_/.test(name));
}

/** Each table's rules, as the database writes them. */
async function rulesOf(): Promise<{ table: string; rules: string }[]> {
	const { rows } = onPostgres()
		? await sql<{ table: string; rules: string }>`select conrelid::regclass::text as table,
				pg_get_constraintdef(oid) as rules from pg_constraint where contype = 'c' and conrelid <> 0`.execute(
				database.db
			)
		: await sql<{ table: string; rules: string }>`select name as "table", sql as rules
				from sqlite_master where type = 'table' and sql is not null`.execute(database.db);
	return rows.map(({ table, rules }) => ({ table: table.replaceAll('"', ''), rules }));
}

/** `table.column` → the words that the database lets it hold: `event in ('a', 'b')`, in the writing of either database. */
async function wordsOfColumns(): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	for (const { table, rules } of await rulesOf()) {
		const limits = rules.matchAll(/"?(\w+)"?\s+(?:in\s*\(|= ANY \(+ARRAY\[)((?:\s*'[\w-]+'(?:::text)?,?)+)/gi);
		for (const [, column, list] of limits)
			found.set(
				`${table}.${column}`,
				[...list!.matchAll(/'([\w-]+)'/g)].map(([, word]) => word!)
			);
	}
	return found;
}

const cells: ReadonlySet<string> = new Set(
	Object.entries(lifeCycles).flatMap(([cycle, states]) => Object.keys(states).map((state) => `${cycle}: ${state}`))
);

test('every table keeps a life cycle of the work list, or says why nothing in it waits', async () => {
	expect(Object.keys(cyclesOfTables).toSorted()).toEqual((await tablesOf()).toSorted());
	for (const cycles of Object.values(cyclesOfTables)) {
		if (typeof cycles === 'string') expect(cycles).not.toBe('');
		else for (const cycle of cycles) expect(Object.keys(lifeCycles)).toContain(cycle);
	}
});

test('every life cycle is kept by a table', () => {
	const kept = new Set(Object.values(cyclesOfTables).flatMap((cycles) => (typeof cycles === 'string' ? [] : cycles)));
	expect([...kept].toSorted()).toEqual(Object.keys(lifeCycles).toSorted());
});

test('every word that the database lets a column hold leads to a state with a cell, or the column says no state', async () => {
	const words = await wordsOfColumns();
	expect([...words.keys()].toSorted()).toEqual(Object.keys(statesOfColumns).toSorted());
	for (const [column, found] of words) {
		const states = statesOfColumns[column]!;
		if (typeof states === 'string') continue;
		expect(Object.keys(states).toSorted(), column).toEqual(found.toSorted());
		for (const state of Object.values(states)) expect(cells).toContain(state);
	}
});
