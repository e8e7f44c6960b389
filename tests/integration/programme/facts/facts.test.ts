import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishFacts, refreshFacts } from '$lib/server/programme/facts/service';
import { operationFile, programmeReport } from '$lib/server/programme/operations/service';
import { anActor, anOperation } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-29T10:00:00.000Z';
let test: TestDatabase;
beforeAll(async () => {
	test = await openTestDatabase();
});
afterAll(() => test.close());

const all = () => test.db.selectFrom('observations').selectAll().orderBy('id').execute();

it('a portal that follows no programme is given none at start', async () => {
	expect(await test.transact((trx) => refreshFacts(trx, now))).toBe(false);
	expect((await programmeReport(test.db, now)).about).toBeUndefined();
});

it('the facts are loaded, and loading them again changes nothing', async () => {
	await test.transact((trx) => publishFacts(trx, now));
	const first = await all();
	await test.transact((trx) => publishFacts(trx, now));
	expect(await all()).toEqual(first);
	expect(await test.transact((trx) => refreshFacts(trx, now))).toBe(false);
});

it('facts of an older file are replaced at start; what an account entered stays', async () => {
	const officer = await anActor(test.db, 'programme');
	const [one] = await all();
	await test.db
		.insertInto('observations')
		.values({ ...one!, id: 'entered', account_id: officer.id, recorded_at: now })
		.execute();
	await test.db.updateTable('programmes').set({ facts_of: null }).execute();
	await test.db.updateTable('observations').set({ value: 1 }).where('id', '=', 'line/erp-works/1').execute();
	expect(await test.transact((trx) => refreshFacts(trx, now))).toBe(true);
	const rows = await all();
	expect(rows.find(({ id }) => id === 'line/erp-works/1')!.value).toBe(214_368_070);
	expect(rows.find(({ id }) => id === 'entered')).toMatchObject({ account_id: officer.id, value: one!.value });
	await test.db.deleteFrom('observations').where('id', '=', 'entered').execute();
});

it('an operation of the register that the file does not name keeps its place', async () => {
	await anOperation(test.db, 'local', 'Operazione del registro');
	await test.transact((trx) => publishFacts(trx, now));
	expect((await programmeReport(test.db, now)).operations.map(({ id }) => id)).toContain('local');
});

it('an operation shows its contradictions, its places and what was not found, and cites only its sources', async () => {
	const file = (await operationFile(test.db, 'erp', now))!;
	const shares = file.lines[0]!.observations.filter(({ what }) => what === 'ponEuro');
	expect(shares.map(({ value, rounded }) => [value, rounded])).toEqual([
		[214_368_070, false],
		[214_800_000, true],
		[214_800_000, true]
	]);
	expect(file.places.find(({ text }) => text.it.startsWith('Via delle Asturie'))!.observations).toMatchObject([
		{ what: 'dwellingsRestored', value: 29, asOf: '2018-06-05', certainty: 'press' }
	]);
	expect(file.statements.filter(({ kind }) => kind === 'unknown').map(({ text }) => text.it)).toContain('codice');
	const cited = new Set(file.sources.map(({ id }) => id));
	expect(cited).toContain('slides');
	expect(cited).not.toContain('page-MI3.2.2.a');
	expect(await operationFile(test.db, 'nessuna', now)).toBeUndefined();
});

it('the report names the titles that belong to no operation, and Milan has no share of an axis', async () => {
	const { about, titles, indicators } = await programmeReport(test.db, now);
	expect(titles.map(({ text }) => text.it)).toEqual(['Abitare sociale']);
	expect(about!.statements.filter(({ kind }) => kind === 'unknown')).toHaveLength(2);
	expect(about!.resources.map(({ value }) => value)).toEqual([
		4_035_514_314, 4_030_000_000, 3_700_000_000, 8_190_000_000
	]);
	expect(indicators.find(({ code }) => code === 'CO40')!.declared).toMatchObject([{ value: 81, asOf: '2018-06-05' }]);
	expect(indicators.find(({ code }) => code === 'CO12')!.declared).toEqual([]);
});
