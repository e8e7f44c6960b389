import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeEligibility } from '$lib/domain/eligibility/judge-eligibility';
import { judgeTold } from '$lib/domain/eligibility/judge-told';
import { filled, type Told } from '$lib/domain/household/told';
import { ruleSets } from '$lib/domain/ruleset/rule-sets';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { allTold, toldAndLater } from '../../../support/builders/told';

const today = '2026-11-22';
const missing = (told: Told, rules = agency2026) =>
	judgeTold(told, rules, today)
		.results.filter(({ outcome }) => outcome === 'missing')
		.map(({ requirement, reason }) => `${requirement}: ${reason}`);

describe('a fact left blank', () => {
	it('is missing for every requirement that looks at it, and for no other', () => {
		expect(missing(allTold())).toEqual([]);
		expect(missing(allTold({ iseeCents: undefined }))).toEqual(['isee: not-told']);
		expect(missing(allTold({ members: undefined }))).toEqual(['assets: not-told']);
		expect(missing(allTold({ assetsCents: undefined }))).toEqual(['assets: assets-not-declared']);
		expect(missing(allTold({ iseeValidTo: undefined }), sap2025)).toEqual(['iseeInForce: isee-expiry-not-declared']);
	});

	it('is missing also where the household cannot do without it only because of another answer', () => {
		const permit = allTold({ citizenship: 'two-year-permit-and-work', permitValidTo: undefined });
		expect(missing(permit)).toEqual(['citizenship: permit-end-not-declared']);
		expect(judgeTold(permit, agency2026, today).eligible).toBe(false);
		expect(missing(allTold({ citizenship: 'eu', permitValidTo: undefined }))).toEqual([]);
	});

	it('nothing told at all: nothing is met, nothing failed', () => {
		for (const rules of ruleSets) {
			const { results, eligible } = judgeTold({}, rules, today);
			expect([eligible, new Set(results.map(({ outcome }) => outcome))]).toEqual([false, new Set(['missing'])]);
		}
	});
});

describe('residence or work', () => {
	const outcome = (told: Told) =>
		judgeTold(told, agency2026, today).results.find(({ requirement }) => requirement === 'residenceOrWork')?.outcome;

	it.each<[Told, string]>([
		[{ livesInLombardy: true }, 'met'],
		[{ worksInLombardy: true }, 'met'],
		[{ livesInLombardy: false, worksInLombardy: true }, 'met'],
		[{ livesInLombardy: false, worksInLombardy: false }, 'failed'],
		[{ livesInLombardy: false }, 'missing'],
		[{ worksInLombardy: false }, 'missing'],
		[{}, 'missing']
	])('%j: %s', (told, expected) => {
		expect(outcome(told)).toBe(expected);
	});
});

it('never guesses: a judged requirement stays as it is, whatever is told later', () => {
	fc.assert(
		fc.property(toldAndLater, fc.constantFrom(...ruleSets), ({ told, later }, rules) => {
			const before = new Map(judgeTold(told, rules, today).results.map((one) => [one.requirement, one.outcome]));
			for (const { requirement, outcome } of judgeTold(later, rules, today).results) {
				if (before.get(requirement) !== 'missing') expect(before.get(requirement)).toBe(outcome);
			}
		}),
		{ numRuns: 2_000 }
	);
});

it('judges a household that told everything as its request will be', () => {
	fc.assert(
		fc.property(toldAndLater, fc.constantFrom(...ruleSets), ({ later }, rules) => {
			const { household, health } = filled(later);
			expect(judgeTold(later, rules, today)).toEqual(judgeEligibility(household, health, rules, today));
		}),
		{ numRuns: 500 }
	);
});
