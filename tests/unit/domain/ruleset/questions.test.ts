import { expect, it } from 'vitest';
import { asks, asksCircumstances, type Question } from '$lib/domain/ruleset/questions';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { agreedRent2026 } from '$lib/domain/ruleset/sets/agreed-rent-2026';
import { disabled2026 } from '$lib/domain/ruleset/sets/disabled-2026';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';

const all: Question[] = [
	'permitValidTo',
	'earlierResidence',
	'shared',
	'iseeValidTo',
	'disabilities',
	'disabilityDetails',
	'homeHasBarriers',
	'emergency'
];
const asked = (...rules: RuleSet[]) => all.filter((question) => asks(rules, question));

it('a notice asks only what its rules look at', () => {
	expect(asked()).toEqual([]);
	expect(asked(agreedRent2026)).toEqual([]);
	expect(asked(agency2026)).toEqual(['permitValidTo', 'disabilities']);
	const full = ['shared', 'disabilities', 'disabilityDetails', 'homeHasBarriers'];
	expect(asked(temporary2026)).toEqual([...full, 'emergency']);
	expect(asked(disabled2026)).toEqual(['permitValidTo', 'earlierResidence', ...full]);
});

it('several notices together ask what any of them does', () => {
	const question = (rules: RuleSet[]) => asks(rules, 'iseeValidTo');
	expect([question([agency2026]), question([agency2026, sap2025])]).toEqual([false, true]);
});

it('a request asks about circumstances where the needs of the household do not say enough', () => {
	expect([agency2026, agreedRent2026].map(asksCircumstances)).toEqual([false, false]);
	expect([sap2025, disabled2026, temporary2026].map(asksCircumstances)).toEqual([true, true, true]);
});
