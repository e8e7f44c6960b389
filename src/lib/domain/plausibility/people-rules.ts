import type { Day } from '../calendar/instant';
import { wholeYears } from '../household/age';
import type { Member } from '../household/fact-parts';
import type { Told } from '../household/told';
import type { Found, Rule } from './doubt';
import { own } from './doubt';
import * as limits from './limits';

type Pair = (applicant: Member, other: Member) => boolean;

const peopleOf = ({ members = [] }: Told) => members;
const ageOf = ({ birthDate }: Member, today: Day) => wholeYears(birthDate, today);
const about = ({ relation, birthDate }: Member): Found['values'] => ({ relation, birthDate });

/** A rule about ages or relations. Families differ, so it never stops anybody. */
const rule = <Id extends string>(id: Id, source: Rule<Id, Told>['source'], find: Rule<Id, Told>['find']) =>
	({ id, level: 'ask', stops: false, fields: ['members'], source, find }) as const;

const eachOf =
	(who: readonly Member['relation'][], is: (one: Member, today: Day) => boolean) => (told: Told, today: Day) =>
		peopleOf(told)
			.filter((one) => who.includes(one.relation) && is(one, today))
			.map((one) => ({ field: one.id, values: about(one) }));

/** Those of a relation whose birth date and the applicant's do not go together. */
const besideApplicant = (relation: Member['relation'], odd: Pair) => (told: Told) => {
	const applicant = peopleOf(told).find((one) => one.relation === 'applicant');
	if (!applicant) return [];
	return peopleOf(told)
		.filter((one) => one.relation === relation && odd(applicant, one))
		.map((one) => ({ field: one.id, values: { ...about(one), yours: applicant.birthDate } }));
};

/** Whether the second was born too soon after the first to be a child of the first. */
const tooClose: Pair = (parent, child) => wholeYears(parent.birthDate, child.birthDate) < limits.yearsToParent.value;

function moreThan(most: number, who: readonly Member['relation'][]) {
	return (told: Told) => {
		const those = peopleOf(told).filter(({ relation }) => who.includes(relation));
		return those.length > most ? [{ field: those[most]!.id, values: { count: those.length } }] : [];
	};
}

function samePerson(told: Told): Found[] {
	const seen = new Set<string>();
	return peopleOf(told).flatMap((one) => {
		const text = `${one.relation} ${one.birthDate}`;
		const again = seen.has(text);
		seen.add(text);
		return again ? [{ field: one.id, values: about(one) }] : [];
	});
}

export const peopleRules = [
	rule(
		'applicant-minor',
		limits.adult.source,
		eachOf(['applicant'], (one, today) => ageOf(one, today) < limits.adult.value)
	),
	rule(
		'spouse-minor',
		limits.adult.source,
		eachOf(['spouse', 'partner'], (one, today) => ageOf(one, today) < limits.adult.value)
	),
	rule(
		'age-high',
		limits.oldest.source,
		eachOf(
			['applicant', 'spouse', 'partner', 'child', 'parent', 'other'],
			(one, today) => ageOf(one, today) > limits.oldest.value
		)
	),
	rule('two-spouses', own('one husband, wife or partner lives in a household'), moreThan(1, ['spouse', 'partner'])),
	rule('three-parents', own('a person has two parents'), moreThan(2, ['parent'])),
	rule('child-too-old', limits.yearsToParent.source, besideApplicant('child', tooClose)),
	rule(
		'parent-too-young',
		limits.yearsToParent.source,
		besideApplicant('parent', (you, parent) => tooClose(parent, you))
	),
	rule('same-person', own('one person may have been added twice; twins are the rule’s exception'), samePerson)
] as const;
