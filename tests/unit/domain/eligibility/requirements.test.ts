import { describe, expect, it } from 'vitest';
import { judgeEligibility } from '$lib/domain/eligibility/judge-eligibility';
import { assetsLimitCents } from '$lib/domain/eligibility/requirements/assets';
import type { HealthFacts } from '$lib/domain/accessibility/needs';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { agreedRent2026 } from '$lib/domain/ruleset/sets/agreed-rent-2026';
import { disabled2026 } from '$lib/domain/ruleset/sets/disabled-2026';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';
import type { Household } from '$lib/domain/household/household';
import { aHousehold, aHouseholdOf, healthFacts } from '../../../support/builders/household';

const today = '2026-11-22';
const failures = (household: Household, rules = sap2019) =>
	judgeEligibility(household, null, rules, today).failures.map((failure) => failure.reason);

describe('ISEE', () => {
	it.each([
		[1_599_999, []],
		[1_600_000, []],
		[1_600_001, ['isee-over-limit']]
	])('%i cents for public housing: %j', (iseeCents, expected) => {
		expect(failures(aHousehold({ iseeCents }))).toEqual(expected);
	});

	it.each([
		[3_999_999, []],
		[4_000_000, []],
		[4_000_001, ['isee-over-limit']]
	])('%i cents for a notice of the agency: %j', (iseeCents, expected) => {
		expect(failures(aHousehold({ iseeCents }), agency2026)).toEqual(expected);
	});

	it('a failure names threshold, fact, certainty and source', () => {
		expect(judgeEligibility(aHousehold({ iseeCents: 1_600_001 }), null, sap2019, today).failures).toEqual([
			{
				requirement: 'isee',
				outcome: 'failed',
				threshold: 1_600_000,
				fact: 1_600_001,
				reason: 'isee-over-limit',
				certainty: 'found',
				source: 'L.R. 16/2016 art. 22, r.r. 4/2017 art. 7'
			}
		]);
	});
});

describe('assets', () => {
	const limit = sap2019.eligibility.assets!.value;

	it.each([
		[1, 2_200_000],
		[2, 2_385_000],
		[3, 2_620_000],
		[4, 2_830_000],
		[5, 3_025_000],
		[6, 3_200_000],
		[7, 3_375_000]
	])('%i persons may hold %i cents', (persons, cents) => {
		expect(assetsLimitCents(limit, persons)).toBe(cents);
	});

	it.each([
		[2_384_999, []],
		[2_385_000, []],
		[2_385_001, ['assets-over-limit']],
		[null, ['assets-not-declared']]
	])('two persons with %j cents: %j', (assetsCents, expected) => {
		expect(failures(aHouseholdOf(2, { assetsCents }))).toEqual(expected);
	});
});

describe('residence or work in Lombardy', () => {
	it.each([
		['2026-11-22', false, []],
		['2026-11-23', false, ['no-residence-or-work']],
		[null, true, []],
		[null, false, ['no-residence-or-work']]
	])('resident since %j, works here: %j -> %j', (regionSince, worksInLombardy, expected) => {
		expect(failures(aHousehold({ regionSince, worksInLombardy }))).toEqual(expected);
	});
});

describe('citizenship and earlier homes', () => {
	it('accepts international protection and refuses a permit that is not listed', () => {
		const permitValidTo = '2030-01-01';
		expect(failures(aHousehold({ citizenship: 'international-protection', permitValidTo }))).toEqual([]);
		expect(failures(aHousehold({ citizenship: 'other' }))).toEqual(['permit-not-accepted']);
		expect(failures(aHousehold({ citizenship: 'italian', permitValidTo: '2020-01-01' }))).toEqual([]);
	});

	it('tells every obstacle at once, in the order of the page', () => {
		const household = aHousehold({
			iseeCents: 5_000_000,
			assetsCents: 9_000_000,
			ownsAdequateHome: true,
			earlier: { lostPublicDwelling: true, unpaidArrears: true, squatted: true }
		});
		expect(failures(household)).toEqual([
			'isee-over-limit',
			'assets-over-limit',
			'owns-adequate-home',
			'lost-public-dwelling',
			'unpaid-arrears',
			'squatted'
		]);
	});

	it('does not ask for facts that the notice leaves out', () => {
		const earlier = { lostPublicDwelling: true, unpaidArrears: false, squatted: false };
		expect(failures(aHousehold({ earlier }), agency2026)).toEqual([]);
	});
});

describe('the requirements of the later rule sets', () => {
	const reasons = (rules: RuleSet, household: Household, health: HealthFacts | null) =>
		judgeEligibility(household, health, rules, today).failures.map((failure) => failure.reason);
	const serious = { member: 'm1', percent: 100, serious: true, attendanceAllowance: false };

	it.each([
		['2026-11-21', ['isee-expired']],
		['2026-11-22', []],
		['2026-11-23', []],
		[undefined, ['isee-expiry-not-declared']]
	])('an ISEE valid to %j: %j', (iseeValidTo, expected) => {
		const household = aHousehold(iseeValidTo === undefined ? {} : { iseeValidTo });
		expect(reasons(sap2025, household, healthFacts())).toEqual(expected);
	});

	it.each([
		['2026-11-21', ['permit-expired']],
		['2026-11-22', []],
		[undefined, ['permit-end-not-declared']]
	])('a permit valid to %j: %j', (permitValidTo, expected) => {
		const dated = permitValidTo === undefined ? {} : { permitValidTo };
		expect(failures(aHousehold({ citizenship: 'eu-long-term-permit', ...dated }))).toEqual(expected);
	});

	it.each<[string, HealthFacts | null, string[]]>([
		['not told', null, ['handicap-not-declared']],
		['none', healthFacts(), ['no-serious-handicap']],
		['declared for the household', { ...healthFacts(), severeDisability: true }, []],
		['declared for a member', { ...healthFacts(), disabilities: [serious] }, []],
		[
			'of 100 %, not serious',
			{ ...healthFacts(), disabilities: [{ ...serious, serious: false }] },
			['no-serious-handicap']
		]
	])('dwellings for people with disabilities, a serious handicap %s', (_, health, expected) => {
		expect(reasons(disabled2026, aHousehold(), health)).toEqual(expected);
	});

	it.each<[string, HealthFacts | null, string[]]>([
		['not told', null, ['emergency-not-declared']],
		['not asked', healthFacts(), ['emergency-not-declared']],
		['none', { ...healthFacts(), emergency: [] }, ['no-emergency']],
		['violence', { ...healthFacts(), emergency: ['violence'] }, []]
	])('temporary housing, an emergency %s', (_, health, expected) => {
		expect(reasons(temporary2026, aHousehold(), health)).toEqual(expected);
	});

	it.each([
		[4_000_000, []],
		[4_000_001, ['isee-over-limit']]
	])('a tenant at an agreed rent with an ISEE of %i cents: %j', (iseeCents, expected) => {
		expect(reasons(agreedRent2026, aHousehold({ iseeCents }), null)).toEqual(expected);
	});
});
