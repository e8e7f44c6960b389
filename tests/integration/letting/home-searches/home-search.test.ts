import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { askForHome, endHomeSearch } from '$lib/server/letting/home-searches/service';
import { aTenant, NOW } from '../../../support/builders/landlord-world';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

describe('a request for a home', () => {
	it('is refused above the agency’s ISEE, and one lives at a time', async () => {
		const { actor } = await aTenant(database);
		const input = {
			people: 2,
			iseeCents: 40_000_01,
			yearlyIncomeCents: null,
			neededBy: null,
			smokes: false,
			hasPets: false
		};
		const ask = (iseeCents: number) =>
			database.transact((trx) => askForHome(trx, { ...input, iseeCents, needs: noNeeds }, actor, NOW));
		expect(await ask(40_000_01)).toEqual({ ok: false, problem: 'isee-too-high' });
		expect(await ask(40_000_00)).toEqual({ ok: false, problem: 'already-asked' });
		expect(await database.transact((trx) => endHomeSearch(trx, actor, NOW))).toEqual({ ok: true });
		expect(await ask(40_000_00)).toMatchObject({ ok: true });
	});

	it('seals what it needs: no word of it stands in the table', async () => {
		const { requestId } = await aTenant(database, { needs: { wheelchairIndoors: true } });
		const row = await database.db
			.selectFrom('tenant_requests')
			.selectAll()
			.where('id', '=', requestId)
			.executeTakeFirstOrThrow();
		expect(JSON.stringify(row)).not.toMatch(/wheelchair/);
	});
});
