import { describe, expect, it } from 'vitest';
import { checkRuleSet } from '$lib/domain/ruleset/check-rule-set';
import type { RuleSet, ScoringRules } from '$lib/domain/ruleset/rule-set';
import { ruleSets } from '$lib/domain/ruleset/rule-sets';
import { illustrative } from '$lib/domain/ruleset/sets/illustrative';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';

it.each(ruleSets.map((rules) => [rules.id, rules] as const))('%s is in order', (_, rules) => {
	expect(checkRuleSet(rules)).toEqual([]);
});

const scoring = (changes: ScoringRules): RuleSet => ({ ...sap2025, scoring: { ...sap2025.scoring, ...changes } });
const adequacy = (changes: Partial<RuleSet['adequacy']['value']>): RuleSet => {
	return { ...sap2025, adequacy: illustrative({ ...sap2025.adequacy.value, ...changes }) };
};
const at = (rules: RuleSet) => checkRuleSet(rules).map(({ path, problem }) => `${path}: ${problem}`);

describe('what is wrong, at its place', () => {
	it.each<[string, RuleSet, string[]]>([
		[
			'a band of ISEE under the one before',
			scoring({ economicHardship: illustrative({ bands: [band(700, 5), band(300, 4)] }) }),
			['scoring.economicHardship.value.bands.1.iseeCents: not-ascending']
		],
		[
			'more points for a higher ISEE',
			scoring({ economicHardship: illustrative({ bands: [band(300, 4), band(700, 5)] }) }),
			['scoring.economicHardship.value.bands.1.points: not-descending']
		],
		[
			'fewer points for more years',
			scoring({
				residenceRegion: illustrative({
					steps: [
						{ years: 5, points: 300 },
						{ years: 10, points: 200 }
					]
				})
			}),
			['scoring.residenceRegion.value.steps.1.points: not-ascending']
		],
		[
			'an eviction in force worth less than a letter',
			scoring({ eviction: illustrative({ notified: 2, enforceable: 1 }) }),
			['scoring.eviction.value.enforceable: enforceable-under-notified']
		],
		[
			'no home worth less than a bad one',
			scoring({ noHome: illustrative({ none: 2000, improper: 1999 }) }),
			['scoring.noHome.value.improper: home-lost-lowers-points']
		],
		[
			'sizes out of order',
			adequacy({
				bands: [
					{ persons: 1, minDm2: 2800, maxDm2: 2700 },
					{ persons: 3, minDm2: 2000, maxDm2: null }
				]
			}),
			[
				'adequacy.value.bands.0.maxDm2: largest-under-smallest',
				'adequacy.value.bands.1.persons: persons-not-in-order',
				'adequacy.value.bands.1.minDm2: not-ascending'
			]
		],
		['no sizes', adequacy({ bands: [] }), ['adequacy.value.bands: empty']],
		['a tie asked twice', { ...sap2025, ties: illustrative(['family', 'family'] as const) }, ['ties.value: repeated']],
		[
			'more than everything set aside',
			{
				...sap2025,
				setAsides: illustrative([
					{ category: 'indigent', share: 6_000, rounding: 'up' as const },
					{ category: 'other', share: 4_001, rounding: 'up' as const }
				])
			},
			['setAsides.value: over-the-whole']
		],
		['an end before the beginning', { ...sap2025, validTo: '2025-02-20' }, ['validTo: ends-before-it-begins']]
	])('%s', (_, rules, expected) => {
		expect(at(rules)).toEqual(expected);
	});
});

function band(iseeCents: number, points: number) {
	return { iseeCents, points };
}
