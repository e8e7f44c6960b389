import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { works, type Work, type WorkCost } from '$lib/domain/accessibility/works';
import type { Actor } from '$lib/server/platform/auth/actor';
import { typedCosts, workCostsForm } from '$lib/server/homes/work-costs/form';
import { readWorkCosts, saveWorkCosts } from '$lib/server/homes/work-costs/service';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-10T10:00:00.000Z';
const none: WorkCost = { minCents: null, maxCents: null };

let test: TestDatabase;
let officer: Actor;
beforeEach(async () => {
	test = await openTestDatabase();
	officer = await anActor(test.db, 'officer');
});
afterEach(() => test.close());

const ranges = (known: Partial<Record<Work, WorkCost>>) =>
	Object.fromEntries(works.map((work) => [work, known[work] ?? none])) as Record<Work, WorkCost>;
const doors = ranges({ 'inner-doors': { minCents: 80_000, maxCents: 150_000 } });
const save = async (costs: Record<Work, WorkCost>, version?: string, by = officer) => {
	const input = { costs, version: version ?? (await readWorkCosts(test.db)).version };
	return test.transact((trx) => saveWorkCosts(trx, input, by, now));
};
const entries = async () =>
	(await test.db.selectFrom('audit_entries').select(['event', 'detail']).execute()).map(({ event, detail }) => [
		event,
		JSON.parse(detail!)
	]);

describe('what works may cost', () => {
	it('is not entered until the agency writes it', async () => {
		const { costs, all } = await readWorkCosts(test.db);
		expect(costs).toEqual({});
		expect(all).toHaveLength(works.length);
		expect(all[0]).toEqual({ work: 'entrance-door', ...none });
	});

	it('is kept with what it was before, and written once by two clicks', async () => {
		const { version } = await readWorkCosts(test.db);
		expect([await save(doors, version), await save(doors, version)]).toEqual([{ ok: true }, { ok: true }]);
		expect((await readWorkCosts(test.db)).costs).toEqual({ 'inner-doors': { minCents: 80_000, maxCents: 150_000 } });
		expect(await save(ranges({}))).toEqual({ ok: true });
		expect((await readWorkCosts(test.db)).costs['inner-doors']).toEqual(none);
		expect(await entries()).toEqual([
			['work_costs_changed', { 'inner-doors_before': '-', 'inner-doors_after': '80000-150000' }],
			['work_costs_changed', { 'inner-doors_before': '80000-150000', 'inner-doors_after': '-' }]
		]);
	});

	it('is not written over what somebody else saved, nor by who may not', async () => {
		const { version } = await readWorkCosts(test.db);
		await save(doors);
		expect(await save(ranges({}), version)).toEqual({ ok: false, problem: 'stale' });
		expect(await save(ranges({}), undefined, await anActor(test.db, 'auditor'))).toMatchObject({
			problem: 'not-allowed'
		});
	});
});

describe('its form', () => {
	const read = (fields: Record<string, string>) => workCostsForm.safeParse({ version: 'v', ...fields });

	it('reads whole euros, and gives back what it showed', () => {
		const typed = { 'thresholds-min': '1.500', 'thresholds-max': '2000' };
		expect(read(typed).data?.costs.thresholds).toEqual({ minCents: 150_000, maxCents: 200_000 });
		const all = works.map((work) => ({ work, ...doors[work] }));
		expect(read(typedCosts(all)).data?.costs).toEqual(doors);
	});

	it.each([
		[{ 'kitchen-min': '10' }, 'kitchen-max'],
		[{ 'kitchen-min': '20', 'kitchen-max': '10' }, 'kitchen-max'],
		[{ 'kitchen-min': '-5' }, 'kitchen-min'],
		[{ 'kitchen-max': '9999999' }, 'kitchen-max'],
		[{ 'kitchen-max': '12,50' }, 'kitchen-max']
	])('refuses %j at %s', (fields, at) => {
		expect(read(fields).error?.issues.map(({ path }) => path[0])).toContain(at);
	});
});
