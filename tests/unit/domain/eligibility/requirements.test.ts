import { describe, expect, it } from 'vitest';
import { judgeEligibility } from '$lib/domain/eligibility/judge-eligibility';
import { assetsLimitCents } from '$lib/domain/eligibility/requirements/assets';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';
import type { Household } from '$lib/domain/household/household';
import { aHousehold, aHouseholdOf } from '../../../support/builders/household';

const today = '2026-11-22';
const failures = (household: Household, rules = sap2019) =>
	judgeEligibility(household, rules, today).failures.map((failure) => failure.reason);

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
		expect(judgeEligibility(aHousehold({ iseeCents: 1_600_001 }), sap2019, today).failures).toEqual([
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
		expect(failures(aHousehold({ citizenship: 'international-protection' }))).toEqual([]);
		expect(failures(aHousehold({ citizenship: 'other' }))).toEqual(['permit-not-accepted']);
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

	it('does not ask what the notice leaves out', () => {
		const earlier = { lostPublicDwelling: true, unpaidArrears: false, squatted: false };
		expect(failures(aHousehold({ earlier }), agency2026)).toEqual([]);
	});
});
