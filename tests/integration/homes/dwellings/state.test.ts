import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MilestoneEvent } from '$lib/domain/programme/milestone';
import { proofOf, type DwellingState } from '$lib/domain/programme/state-of';
import { listDwellings } from '$lib/server/homes/dwellings/reading-service';
import { newId } from '$lib/server/ids';
import { aBuilding, aDwelling, anOwner } from '../../../support/builders/register';
import { anAcceptedOffer, aTenancy } from '../../../support/builders/holding';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-06-01T10:00:00.000Z';
const states: readonly DwellingState[] = [
	'withdrawn',
	'keys_delivered',
	'offered',
	'restored',
	'declared',
	'in_works',
	'identified'
];

/** Those that decide a state. */
const milestoneEvents: readonly MilestoneEvent[] = [
	'works_planned',
	'works_started',
	'works_done',
	'declared',
	'certified',
	'let_before_portal',
	'withdrawn'
];

let test: TestDatabase;
beforeAll(async () => {
	test = await openTestDatabase();
});
afterAll(() => test.close());

it('narrows a list by the state that the domain derives, for every combination of facts', async () => {
	const owner_id = await anOwner(test.db);
	const building_id = await aBuilding(test.db);
	for (let facts = 0; facts < 2 ** (milestoneEvents.length + 2); facts += 1) {
		const events = milestoneEvents.filter((_, index) => facts & (1 << index));
		const id = await aDwelling(test.db, { owner_id, building_id, code: `F${facts}`, id: newId() }, events);
		if (facts & (1 << milestoneEvents.length)) await anAcceptedOffer(test.db, id);
		if (facts & (1 << (milestoneEvents.length + 1))) await aTenancy(test.db, id, ['keys_delivered']);
	}
	const everything = await listDwellings(test.db, {}, { page: 1, size: 1_000 }, now);
	expect(everything.total).toBe(512);
	for (const state of states) {
		const narrowed = await listDwellings(test.db, { state }, { page: 1, size: 1_000 }, now);
		const expected = everything.rows.filter((row) => row.state === state).map((row) => row.code);
		expect(expected.length).toBeGreaterThan(0);
		expect(narrowed.rows.map((row) => row.code)).toEqual(expected);
	}
	const demo = await listDwellings(test.db, { state: 'demo' }, { page: 1, size: 1_000 }, now);
	const expected = everything.rows.filter((row) => proofOf(row.history) === 'demo').map((row) => row.code);
	expect(demo.rows.map((row) => row.code)).toEqual(expected);
	await test.db.deleteFrom('certificates').execute();
	expect((await listDwellings(test.db, { state: 'demo' }, { page: 1, size: 10 }, now)).total).toBe(0);
});
