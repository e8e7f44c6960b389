import { expect, it } from 'vitest';
import { freezeRuleSet } from '$lib/domain/ruleset/freeze-rule-set';
import { findRuleSet, ruleSets } from '$lib/domain/ruleset/rule-sets';

it('survives the text it is stored as, with the same hash', () => {
	for (const rules of ruleSets) {
		const { text, hash } = freezeRuleSet(rules);
		expect(JSON.parse(text)).toEqual(rules);
		expect(freezeRuleSet(JSON.parse(text)).hash).toBe(hash);
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
	}
});

it('has one rule set an id', () => {
	expect(new Set(ruleSets.map((rules) => rules.id)).size).toBe(ruleSets.length);
	expect(findRuleSet('sap-2019')?.eligibility.isee?.value.maxCents).toBe(1_600_000);
});
