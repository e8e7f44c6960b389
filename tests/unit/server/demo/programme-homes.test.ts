import { expect, test } from 'vitest';
import { countHouses } from '$lib/domain/programme/count-houses';
import { makeWorld } from '$lib/server/demo/world';
import { demoSecrets } from '../../../support/demo-secrets';

const { rows: world } = makeWorld('2026-11-22T20:53:08.000Z', demoSecrets);
const erp = world.dwellings!.filter((row) => row.operation_id === 'erp');
const eventsOf = (id: string) => world.dwelling_events!.filter((row) => row.dwelling_id === id);

test('every operation, indicator and amount of the programme is there', () => {
	expect(world.operations).toHaveLength(11);
	expect(world.indicators).toHaveLength(9);
	expect(world.programmes![0]!.resources_cents).toBe(4_035_514_314);
	expect(world.indicators!.find(({ code }) => code === 'CO40')!.target_2023).toBe(145);
	const line = (id: string) => world.operation_lines!.find((row) => row.id === id)!;
	expect(line('erp-works')).toMatchObject({ pon_cents: 214_368_070, total_cents: 219_179_404, status: 'completed' });
	expect(line('strutture-works')).toMatchObject({ pon_cents: 135_726_593, paid_cents: 113_429_382 });
	expect(line('hub-innovazione-grants').name_it).toBe('Contributi a progetti di innovazione sociale');
	expect(line('borgo-works').pon_cents).toBeNull();
});

test('the 81 recovered dwellings were let by June 2018: 49 in Niguarda, 32 without a published address, in no notice', () => {
	expect(erp).toHaveLength(81);
	const street = (id: string) => world.buildings!.find((row) => row.id === id)!.street;
	const niguarda = erp.filter((row) => street(row.building_id) !== null);
	expect(niguarda).toHaveLength(49);
	for (const address of ['Hermada 2', 'Asturie 29', 'De Pretis 14', 'Tamigi 3', 'Demonte 1'])
		expect(street(niguarda[0]!.building_id)).toContain(address);
	for (const { id, net_area_dm2, rent_cents, synthetic } of erp) {
		expect(eventsOf(id).map(({ event }) => event)).toEqual(['certified', 'let_before_portal']);
		expect(eventsOf(id).every(({ at, source }) => at <= '2018-06-30T22:00:00.000Z' && source !== null)).toBe(true);
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
