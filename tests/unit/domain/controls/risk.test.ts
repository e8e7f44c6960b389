import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { neverWeighed, risksOf, stratumOf, weighedPart, type WeighedHousehold } from '$lib/domain/controls/risk';
import { samplingRuleOn } from '$lib/domain/controls/sampling-rules';
import { citizenships } from '$lib/domain/household/choices';
import { namesIn } from '$lib/domain/household/facts';
import type { Household } from '$lib/domain/household/household';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { aHousehold, aHouseholdOf } from '../../../support/builders/household';

const TODAY = '2026-11-01';
const rule = samplingRuleOn(TODAY);
const quiet = { sentOn: TODAY, verified: false } as const;
const risks = (household: Household, more: Partial<Parameters<typeof risksOf>[0]> = {}) =>
	risksOf({ ...quiet, household: weighedPart(household), ...more }, agency2026, rule);
/** The limit of these rules is 40,000.00 euro; 95 % of it is 38,000.00. */
const withIsee = (iseeCents: number) => risks(aHousehold({ iseeCents }));
const settled = aHouseholdOf(4, { regionSince: '1990-01-01', municipalitySince: '1990-01-01' });

describe('what raises the risk of a request', () => {
	test('an ISEE at the limit: from above 95 % of it to the limit itself', () => {
		expect(withIsee(3_800_000)).toEqual([]);
		expect(withIsee(3_800_001)).toEqual(['income-at-limit']);
		expect(withIsee(4_000_000)).toEqual(['income-at-limit']);
		expect(withIsee(4_000_001)).toEqual([]);
	});

	test('many points that no paper proves, until the office has checked them', () => {
		expect(risks(settled)).toEqual(['word-alone']);
		expect(risks(settled, { verified: true })).toEqual([]);
		const points = (wordAlonePoints: number) =>
			risksOf({ ...quiet, household: weighedPart(settled) }, agency2026, { ...rule, wordAlonePoints });
		const at = Array.from({ length: 5_000 }, (_, hundredths) => hundredths).findLast(
			(many) => points(many).length > 0
		)!;
		expect(points(at)).toEqual(['word-alone']);
		expect(points(at + 1)).toEqual([]);
	});

	test('points that a paper proves raise none', () => {
		const proved = aHousehold({ home: { kind: 'rented', netAreaDm2: 1000, eviction: 'enforceable', unhealthy: true } });
		expect(risks(proved)).toEqual([]);
	});

	test('of both the risk is high, of one it is raised', () => {
		expect(risks({ ...settled, iseeCents: 4_000_000 })).toEqual(['income-at-limit', 'word-alone']);
		expect(stratumOf([])).toBe('ordinary');
		expect(stratumOf(['word-alone'])).toBe('raised');
		expect(stratumOf(['income-at-limit', 'word-alone'])).toBe('high');
	});
});

describe('what never raises a risk', () => {
	test('by type: nationality, health, disability and grounds of emergency do not reach the rules', () => {
		expectTypeOf<Extract<keyof WeighedHousehold, (typeof neverWeighed)[number]>>().toEqualTypeOf<never>();
		expect(neverWeighed).toEqual(expect.arrayContaining([...namesIn('circumstances'), 'citizenship']));
	});

	test('whatever a household declares of them, its reasons stay the same', () => {
		const special = fc.record({
			citizenship: fc.constantFrom(...citizenships),
			permitValidTo: fc.constantFrom('2026-11-02', '2030-01-01')
		});
		fc.assert(
			fc.property(special, fc.boolean(), fc.integer({ min: 0, max: 4_100_000 }), (said, isSettled, iseeCents) => {
				const household = { ...(isSettled ? settled : aHousehold()), iseeCents };
				expect(risks({ ...household, ...said })).toEqual(risks(household));
			})
		);
	});
});
