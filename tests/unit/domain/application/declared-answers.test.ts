import fc from 'fast-check';
import { expect, it } from 'vitest';
import { healthOf, householdOf } from '$lib/domain/application/answers';
import { declaredAnswers } from '$lib/domain/application/answers-of-request';
import { filled } from '$lib/domain/household/told';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import { everythingTold } from '../../../support/builders/told';

it('what a request declared comes back whole, whatever the rules of its notice ask', () => {
	fc.assert(
		fc.property(everythingTold, (told) => {
			const { household, health } = filled(told);
			const answers = declaredAnswers(household, health, ['a', 'b']);
			expect(householdOf(answers)).toEqual(household);
			// The person whom a certificate is about is one of the household.
			expect(healthOf(answers)).toEqual(health);
			expect(answers.choices).toEqual(['a', 'b']);
		}),
		{ numRuns: 100 }
	);
});

it('without its health the parts that need it are absent, and without circumstances that part is', () => {
	const { household } = filled({ members: [{ id: 'm1', relation: 'applicant', birthDate: '1985-03-10' }] });
	expect(Object.keys(declaredAnswers(household, null, []))).toEqual([
		'members',
		'residence',
		'home',
		'income',
		'choices'
	]);
	expect(declaredAnswers(household, noHealthFacts, [])).not.toHaveProperty('circumstances');
});
