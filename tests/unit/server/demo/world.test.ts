import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { personsThatFit } from '$lib/domain/eligibility/adequacy';
import { judgeEligibility } from '$lib/domain/eligibility/judge-eligibility';
import type { Household } from '$lib/domain/household/household';
import { countsOfPlan, readPlan } from '$lib/domain/notice/set-aside-plan';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';
import { loadDay } from '$lib/server/demo/day';
import { accessibleDwellings, type Home } from '$lib/server/demo/homes';
import { aSyntheticHousehold } from '$lib/server/demo/households';
import { createRandom } from '$lib/server/demo/random';
import { makeWorld } from '$lib/server/demo/world';
import { demoSecrets } from '../../../support/demo-secrets';

const NOW = '2026-11-22T20:53:08.000Z';
const { rows: world } = makeWorld(NOW, demoSecrets);
const [simulation, open] = world.notices!;

const inNotice = (id: string) => world.notice_dwellings!.filter((row) => row.notice_id === id);
const requestsOf = (id: string) => world.applications!.filter((row) => row.notice_id === id);
/** The list of an owner is named by its id. */
const owners = new Map(
	world.organisations!.map(({ id, name }) => [id, name === 'Comune di Milano' ? 'comune' : 'aler'])
);
const listOf = new Map(inNotice(simulation!.id).map((row) => [row.dwelling_id, owners.get(row.list)]));

/** The published totals of 2020 (notice-2020.json), written out here on purpose. */
test('the simulation has 560 dwellings, 310 and 250, of which 10 and 4 without barriers and 124 and 50 for the very poor', () => {
	const rows = inNotice(simulation!.id);
	const count = (list: string, first?: string) =>
		rows.filter((row) => owners.get(row.list) === list && (!first || JSON.parse(row.set_aside!)[0] === first)).length;
	expect([rows.length, count('comune'), count('aler')]).toEqual([560, 310, 250]);
	expect([count('comune', 'wheelchair'), count('aler', 'wheelchair')]).toEqual([10, 4]);
	expect([count('comune', 'indigent'), count('aler', 'indigent')]).toEqual([124, 50]);
});

test('the dwellings set aside for wheelchairs are those that measure as such, and no other', () => {
	const homes = world
		.dwellings!.filter(({ id }) => listOf.has(id))
		.map((dwelling) => ({
			dwelling,
			building: world.buildings!.find(({ id }) => id === dwelling.building_id)!
		}));
	const wheelchair = inNotice(simulation!.id).filter((row) => JSON.parse(row.set_aside!).includes('wheelchair'));
	expect(accessibleDwellings(homes as Home[])).toEqual(new Set(wheelchair.map((row) => row.dwelling_id)));
});

test('14,901 households: 2,539 ask the Comune only, 4,918 ALER only, 7,444 both; rankings of 9,983 and 12,362', () => {
	const owners = requestsOf(simulation!.id).map(({ choices }) => {
		const lists = new Set((JSON.parse(choices) as string[]).map((id) => listOf.get(id)));
		return { comune: lists.has('comune'), aler: lists.has('aler') };
	});
	expect(owners).toHaveLength(14_901);
	expect(owners.filter(({ comune, aler }) => comune && !aler)).toHaveLength(2_539);
	expect(owners.filter(({ comune, aler }) => aler && !comune)).toHaveLength(4_918);
	expect(owners.filter(({ comune, aler }) => comune && aler)).toHaveLength(7_444);
	expect(owners.filter(({ comune }) => comune)).toHaveLength(9_983);
	expect(owners.filter(({ aler }) => aler)).toHaveLength(12_362);
});

test('every household of the simulation may apply, asks for 1 to 5 different dwellings, and each suits its size', () => {
	const sizes = new Map(world.dwellings!.map((row) => [row.id, personsThatFit(sap2019, row.net_area_dm2 ?? 0)]));
	const wrong: string[] = [];
	for (const row of requestsOf(simulation!.id)) {
		const household = JSON.parse(row.facts) as Household;
		const choices = JSON.parse(row.choices) as string[];
		const persons = Math.min(6, household.members.length);
		const mayApply = judgeEligibility(household, null, sap2019, row.submitted_at.slice(0, 10)).eligible;
		const different = new Set(choices).size === choices.length && choices.length >= 1 && choices.length <= 5;
		const suits = choices.every((id) => sizes.get(id)!.includes(persons));
		if (!mayApply || !different || !suits) wrong.push(row.protocol);
	}
	expect(wrong).toEqual([]);
});

test('every notice is bound to its set-asides, and the simulation counts them as many as were published', () => {
	for (const { id, set_aside_plan: text, set_aside_commitment: commitment } of world.notices!) {
		const plan = readPlan(text!)!;
		expect(plan.dwellings.map((one) => one.id)).toEqual(
			inNotice(id)
				.map((row) => row.dwelling_id)
				.sort()
		);
		expect(commitment).toMatch(/^[0-9a-f]{64}$/);
	}
	const counts = countsOfPlan(readPlan(simulation!.set_aside_plan!)!);
	const homesOf = (list: string) =>
		counts.filter((one) => owners.get(one.list) === list).reduce((sum, { homes }) => sum + homes, 0);
	expect([homesOf('comune'), homesOf('aler')]).toEqual([124, 50]);
});

test('some dwellings are wanted far more than others, and none by nobody', () => {
	const wanted = new Map<string, number>();
	for (const { choices } of requestsOf(simulation!.id))
		for (const id of JSON.parse(choices) as string[]) wanted.set(id, (wanted.get(id) ?? 0) + 1);
	const counts = [...wanted.values()].sort((a, b) => b - a);
	expect(counts).toHaveLength(560);
	expect(counts[0]! / counts[280]!).toBeGreaterThan(4);
});

test('the simulation closed yesterday and waits for its round; the open notice closes in nine days', () => {
	expect(simulation!.source).toBe('imported');
	expect(simulation!.closes_at).toBe('2026-11-21T22:59:59.999Z');
	expect(simulation!.beacon).toBeNull();
	expect(open!.source).toBe('own');
	expect(open!.closes_at).toBe('2026-12-01T22:59:59.999Z');
	expect(requestsOf(open!.id).length).toBeGreaterThanOrEqual(300);
	expect(inNotice(open!.id).length).toBeGreaterThanOrEqual(18);
});

test('nobody has an account behind an invented request, and every one is marked synthetic', () => {
	const requests = [...requestsOf(simulation!.id), ...requestsOf(open!.id)];
	expect(requests.every((row) => row.synthetic === 1 && row.account_id === null)).toBe(true);
	const closing = new Map(world.notices!.map(({ id, closes_at }) => [id, closes_at]));
	expect(requests.every((row) => row.submitted_at < NOW && row.submitted_at < closing.get(row.notice_id)!)).toBe(true);
	const names = Object.keys(JSON.parse(world.applications![0]!.facts) as Household).sort();
	expect(names).not.toContain('name');
	expect(JSON.stringify(world.applications!.slice(0, 500))).not.toMatch(/@|"name"|taxCode|codiceFiscale/);
});

test('pseudonyms and protocol numbers are all different', () => {
	const requests = world.applications!;
	expect(new Set(requests.map((row) => row.protocol)).size).toBe(requests.length);
	expect(new Set(requests.map((row) => row.notice_id + row.pseudonym)).size).toBe(requests.length);
});

test('the same day and seed give the same world, another day another one', () => {
	expect(fingerprint(makeWorld(NOW, demoSecrets).rows)).toBe(fingerprint(world));
	expect(createRandom('a').bytes(16)).not.toEqual(createRandom('b').bytes(16));
	const later = birthDates('2026-11-23T20:53:08.000Z');
	expect(later).not.toEqual(birthDates(NOW));
});

/** Birth dates follow the day of the load, so that ages stay what they are. */
function birthDates(now: string): string[] {
	const household = aSyntheticHousehold(createRandom('a household'), loadDay(now), 1_600_000);
	return household.members.map(({ birthDate }) => birthDate);
}

/** Everything but what is sealed with a fresh nonce. */
function fingerprint(made: typeof world): string {
	const hash = createHash('sha256');
	const sealed = { needs_sealed: undefined, answers_sealed: undefined, set_aside_secret_sealed: undefined };
	for (const [table, rows] of Object.entries(made))
		for (const row of rows) hash.update(table + JSON.stringify({ ...row, ...sealed }));
	return hash.digest('hex');
}
