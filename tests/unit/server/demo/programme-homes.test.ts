import { expect, test } from 'vitest';
import { dayOf } from '$lib/domain/calendar/deadline';
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
		expect(eventsOf(id).map(({ event }) => event)).toEqual(['declared', 'let_before_portal']);
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

const works = new Map(world.works!.map((work) => [work.id, work]));
const certificates = world.certificates!;

test('no certificate of the demo is real, and each state of a certificate is there', () => {
	expect(certificates.every(({ synthetic }) => synthetic === 1)).toBe(true);
	const state = (row: (typeof certificates)[number]) =>
		row.voided_at ? 'voided' : row.void_proposed_at ? 'void_proposed' : row.confirmed_at ? 'confirmed' : 'proposed';
	const counted = ['confirmed', 'proposed', 'void_proposed', 'voided'].map(
		(name) => certificates.filter((row) => state(row) === name).length
	);
	expect(counted).toEqual([28, 1, 1, 1]);
	for (const { confirmed_by, confirmed_at, proposed_by } of certificates)
		if (confirmed_at) expect(confirmed_by).not.toBe(proposed_by);
	expect(world.work_events!.some(({ event }) => event === 'suspended')).toBe(true);
});

test('each step of works comes after the one before it, and none is in the future', () => {
	for (const { id } of world.works!) {
		const steps = world.work_events!.filter(({ work_id }) => work_id === id).map(({ at }) => at);
		expect(steps).toEqual(steps.toSorted());
		expect(steps.every((at) => at < '2026-11-22T20:53:08.000Z')).toBe(true);
	}
	for (const { work_id, line_id, dwelling_id, number, signed_by } of certificates) {
		expect(works.get(work_id)).toMatchObject({ line_id, dwelling_id });
		expect([number, signed_by].every(Boolean)).toBe(true);
	}
});
