import { expect, test } from 'vitest';
import { dayOf } from '$lib/domain/calendar/deadline';
import { countHouses } from '$lib/domain/programme/count-houses';
import { makeWorld } from '$lib/server/demo/world';
import { demoSecrets } from '../../../support/demo-secrets';

const { rows: world } = makeWorld('2026-11-22T20:53:08.000Z', demoSecrets);
const erp = world.dwellings!.filter((row) => row.operation_id === 'erp');
const eventsOf = (id: string) => world.dwelling_events!.filter((row) => row.dwelling_id === id);

test('the 81 declared dwellings stand in the streets that the source counts, 32 without a street, in no notice', () => {
	expect(erp).toHaveLength(81);
	const street = (id: string) => world.buildings!.find((row) => row.id === id)!.street;
	const streets = erp.map((row) => street(row.building_id));
	const counted = [...new Set(streets)].map((name) => [name, streets.filter((other) => other === name).length]);
	expect(Object.fromEntries(counted)).toEqual({
		'via Hermada': 2,
		'via delle Asturie': 29,
		'via De Pretis': 14,
		'via Del Tamigi': 3,
		'via Demonte': 1,
		null: 32
	});
	const buildings = new Set(erp.map((row) => row.building_id));
	for (const building of world.buildings!.filter(({ id }) => buildings.has(id)))
		expect(`${building.street} ${building.street_number}`).not.toMatch(/\d/);
	for (const { id, net_area_dm2, rent_cents, synthetic } of erp) {
		expect(eventsOf(id).map(({ at, account_id }) => [dayOf(at), account_id])).toEqual([
			['2018-06-05', null],
			['2018-06-05', null]
		]);
		expect(eventsOf(id).every(({ source }) => source!.startsWith('laprimapagina.it, 2018-06-05'))).toBe(true);
		// Nothing that is not published is invented for them.
		expect([net_area_dm2, rent_cents, synthetic]).toEqual([null, null, 0]);
		expect(world.notice_dwellings!.some((row) => row.dwelling_id === id)).toBe(false);
	}
});

test('dwellings of the simulation belong to no operation, and every invented one is marked', () => {
	const simulated = world.dwellings!.filter((row) => row.code.startsWith('SIM-'));
	expect(simulated).toHaveLength(560);
	expect(simulated.every((row) => row.operation_id === null && row.synthetic === 1)).toBe(true);
	expect(world.dwellings!.filter((row) => row.operation_id !== 'erp').every((row) => row.synthetic === 1)).toBe(true);
});

test('110 dwellings are restored of 145, and works stand at every milestone', () => {
	const programme = world.dwellings!.filter((row) => row.operation_id !== null);
	const count = countHouses(
		programme.map(({ id, code }) => ({
			code,
			history: { milestones: eventsOf(id), offered: false, keysDelivered: false }
		})),
		145
	);
	expect(count.restored).toBe(110);
	expect(count.counts).toMatchObject({ restored: 29, in_works: 15, identified: 13, not_identified: 7 });
	expect(count.keysDelivered).toBe(81);
});

test('a certified dwelling names its certificate, and no milestone is in the future or before the one it follows', () => {
	for (const { id } of world.dwellings!) {
		const events = eventsOf(id);
		expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
		expect(events.every(({ at }) => at < '2026-11-22T20:53:08.000Z')).toBe(true);
	}
	const certified = world.dwelling_events!.filter(
		({ event, source }) => event === 'certified' && !source!.includes('2018')
	);
	expect(certified.every(({ document, signed_by }) => document !== null && signed_by !== null)).toBe(true);
});
