import { describe, expect, it } from 'vitest';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import type { Household } from '$lib/domain/household/household';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';
import { keysFor } from '$lib/domain/scoring/keys-for';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import { aHousehold, aHouseholdOf, aMember } from '../../../support/builders/household';

const today = '2026-11-22';
const years = (count: number) => `${2026 - count}-11-22`;
const score = (household: Household, rules = sap2019, health = noHealthFacts) =>
	scoreHousehold(household, health, rules, today);
const points = (household: Household, criterion: string, rules = sap2019) =>
	score(household, rules).lines.find((line) => line.criterion === criterion)?.points ?? 0;
const lived = (region: number, municipality: number) =>
	aHousehold({ regionSince: years(region), municipalitySince: years(municipality) });

describe('residence before 2025', () => {
	it.each([
		[16, 11, 1450],
		[12, 11, 1250],
		[20, 20, 1450]
	])('%i years in the region and %i in the municipality: %i hundredths', (region, municipality, expected) => {
		expect(score(lived(region, municipality)).subscores.residence).toBe(expected);
	});

	it.each([
		['2021-11-23', 0],
		['2021-11-22', 300],
		['2016-11-23', 300],
		['2016-11-22', 450],
		['2011-11-22', 450],
		['2011-11-21', 650]
	])('in the region since %s: %i', (regionSince, expected) => {
		expect(points(aHousehold({ regionSince }), 'residenceRegion')).toBe(expected);
	});

	it.each([
		['2024-11-23', 0],
		['2024-11-22', 100],
		['2016-11-22', 400],
		['2016-11-21', 800]
	])('in the municipality since %s: %i', (municipalitySince, expected) => {
		expect(points(aHousehold({ municipalitySince }), 'residenceMunicipality')).toBe(expected);
	});
});

describe('residence after r.r. 2/2025', () => {
	it('counts the larger one without a fragility, and cuts the sum at 12 with one', () => {
		expect(score(lived(16, 11), agency2026).subscores.residence).toBe(800);
		const evicted = { ...lived(16, 11), home: { ...aHousehold().home, eviction: 'notified' as const } };
		expect(score(evicted, agency2026).subscores.residence).toBe(1200);
		expect(score(evicted, agency2026).lines.at(-1)).toMatchObject({ criterion: 'residenceTogether', points: -250 });
	});
});

describe('overcrowding: under the limit, never at it', () => {
	it.each([
		[1, 1699, 600],
		[1, 1700, 0],
		[2, 1700, 0],
		[3, 3399, 600],
		[3, 3400, 0],
		[5, 4999, 600],
		[5, 5000, 0],
		[6, 6699, 600],
		[7, 8399, 600],
		[7, 8400, 0],
		[9, 8399, 600]
	])('%i persons in %i hundredths of m2: %i', (persons, netAreaDm2, expected) => {
		const home = { ...aHousehold().home, netAreaDm2 };
		expect(points(aHouseholdOf(persons, { home }), 'overcrowding')).toBe(expected);
	});
});

describe('ISEE bands', () => {
	it.each([
		[300_000, 1000],
		[300_001, 800],
		[1_600_000, 200],
		[1_600_001, 0]
	])('%i cents: %i', (iseeCents, expected) => {
		expect(points(aHousehold({ iseeCents }), 'economicHardship')).toBe(expected);
	});
});

describe('family', () => {
	it('a child counts until the day before turning eighteen', () => {
		const withChild = (birthDate: string) =>
			aHousehold({ members: [aMember(), aMember({ relation: 'child', birthDate })] });
		expect(points(withChild('2008-11-23'), 'minorChildren')).toBe(300);
		expect(points(withChild('2008-11-23'), 'singleParent')).toBe(300);
		expect(points(withChild('2008-11-22'), 'minorChildren')).toBe(0);
		expect(points(withChild('2008-11-22'), 'singleParent')).toBe(0);
	});

	it('children count up to a maximum', () => {
		expect(points(aHouseholdOf(4), 'minorChildren')).toBe(900);
		expect(points(aHouseholdOf(6), 'minorChildren')).toBe(900);
	});

	it('counts a member of sixty-five, and a severe disability', () => {
		const of = (birthDate: string) => aHousehold({ members: [aMember({ birthDate })] });
		expect(points(of('1961-11-22'), 'elderly')).toBe(300);
		expect(points(of('1961-11-23'), 'elderly')).toBe(0);
		const health = { ...noHealthFacts, severeDisability: true };
		expect(score(aHousehold(), sap2019, health).lines.map((line) => line.criterion)).toContain('severeDisability');
	});
});

it('says of each line whether its numbers are found or illustrative', () => {
	const lines = score({ ...lived(12, 1), home: { ...aHousehold().home, unhealthy: true } }).lines;
	expect(lines.map((line) => [line.criterion, line.certainty])).toEqual([
		['unhealthyHome', 'illustrative'],
		['economicHardship', 'illustrative'],
		['residenceRegion', 'found']
	]);
});

it('gives the keys of a round: the total, then the ties of art. 12(3) in their order', () => {
	const household = aHouseholdOf(2, {
		regionSince: '2026-11-12',
		municipalitySince: '2026-11-17',
		home: { ...aHousehold().home, eviction: 'notified' }
	});
	expect(keysFor(score(household), sap2019)).toEqual([1500, 5, 10, 600, 700, 200]);
});
