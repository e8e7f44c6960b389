import { expect, it } from 'vitest';
import * as is from '$lib/domain/household/fact-kinds';
import type { Fact, FactName, FactsOf } from '$lib/domain/household/facts';
import type { Household, SensitiveFacts } from '$lib/domain/household/household';
import type { Told } from '$lib/domain/household/told';
import { points, type ValueOf } from '$lib/domain/ruleset/kinds';
import { otherRules } from '$lib/domain/ruleset/other-rules';
import type { EligibilityRules, RuleSet, ScoringRules } from '$lib/domain/ruleset/rule-set';
import { criterion } from '$lib/domain/scoring/criterion';
import type { Question } from '$lib/domain/ruleset/questions';
import { factWords, type FactOfOne } from '$lib/words/fact-words';

// Each line below a `@ts-expect-error` must not compile: the check of types fails where it does.

it('the types of what is stored follow from the catalogue', () => {
	const home: FactsOf<'home'> = { kind: 'none', netAreaDm2: null, eviction: 'none', unhealthy: false };
	// @ts-expect-error: a fact that every household is asked cannot be left out.
	const half: Household['home'] = { kind: 'none', netAreaDm2: null, eviction: 'none' };
	// @ts-expect-error: nor hold what is not one of its choices.
	const castle: Told = { kind: 'castle' };
	// @ts-expect-error: nor be of another kind.
	const text: Told = { iseeCents: '900' };
	// @ts-expect-error: what touches health does not stand with the rest.
	const open: Partial<Household> = { emergency: ['violence'] };
	// @ts-expect-error: a name that is not in the catalogue is no fact.
	const unknown: SensitiveFacts = { diagnosis: 'none' };
	expect([home, half, castle, text, open, unknown]).toHaveLength(6);
});

it('a fact has an entry that says how it is asked', () => {
	const asked: Fact = { is: is.yesNo, asked: 'if-used', proof: null };
	// @ts-expect-error: what proves it has to be said, if only that nothing has to.
	const proofless: Fact = { is: is.yesNo, asked: 'if-used' };
	// @ts-expect-error: a fact that is always asked needs a value for those who have not told it.
	const blankless: Fact = { is: is.yesNo, asked: 'always', proof: null };
	expect([asked, proofless, blankless]).toHaveLength(3);
});

it('every fact has its words', () => {
	const { shared, ...others } = factWords;
	// @ts-expect-error: the words of one are missing.
	const words: Record<FactOfOne, unknown> = others;
	expect([shared, words]).toHaveLength(2);
});

it('only a fact that some notices ask is a question of its own', () => {
	const question: Question = 'shared';
	// @ts-expect-error: every household is asked for its ISEE.
	const always: Question = 'iseeCents';
	const fact: FactName = 'iseeCents';
	expect([question, always, fact]).toHaveLength(3);
});

it('the kinds of the other rules describe the types that the rest of the domain has of them', () => {
	type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
	type Of<Name extends keyof typeof otherRules> = ValueOf<(typeof otherRules)[Name]['is']>;
	type Value<Name extends keyof typeof otherRules> = NonNullable<RuleSet[Name]>['value'];
	const same: { readonly [Name in keyof typeof otherRules]: Same<Of<Name>, Value<Name>> } = {
		residenceCounting: true,
		ties: true,
		adequacy: true,
		carersRoomCounts: true,
		indigent: true,
		setAsides: true,
		quotas: true,
		refusal: true,
		procedure: true
	};
	expect(Object.keys(same)).toEqual(Object.keys(otherRules));
});

it('what a rule set holds of a criterion or a requirement follows from its declaration', () => {
	const scoring: ScoringRules = { elderly: { value: { age: 65, points: 300 }, certainty: 'open', source: 'x' } };
	// @ts-expect-error: a number of the criterion is missing.
	const half: ScoringRules = { elderly: { value: { points: 300 }, certainty: 'open', source: 'x' } };
	// @ts-expect-error: no criterion has this name.
	const unknown: ScoringRules = { eldest: { value: { points: 300 }, certainty: 'open', source: 'x' } };
	// @ts-expect-error: a requirement without numbers is asked, or not.
	const numbers: EligibilityRules = { noSquatting: { value: { max: 1 }, certainty: 'open', source: 'x' } };
	criterion('made-up', {
		subscore: 'family',
		numbers: { points },
		// @ts-expect-error: a criterion looks at facts of the catalogue only.
		facts: ['diagnosis'],
		count: (_, numbers) => ({ points: numbers.points, because: {} })
	});
	expect([scoring, half, unknown, numbers]).toHaveLength(4);
});
