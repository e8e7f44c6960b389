import type { HealthFacts } from '../accessibility/needs';
import { factNames, factOf, factsOfPart, groupOf, placeOf, type FactIfUsed, type FactName } from '../household/facts';
import type { Household } from '../household/household';
import type { Told } from '../household/told';
import { asks, asksCircumstances, asksSevereWithNeeds } from '../ruleset/questions';
import type { RuleSet } from '../ruleset/rule-set';
import type { AnswerPart, Answers, Carried, Source } from './answers';

const isAsked = (name: FactName, rules: RuleSet): boolean => {
	if (factOf[name].asked !== 'always' && !asks([rules], name as FactIfUsed)) return false;
	return groupOf(name) !== 'circumstances' || asksCircumstances(rules);
};

/**
 * The answers with which a household begins at another notice: what it declared in an earlier request and the rules of
 * this notice ask. Nothing of it is confirmed. The homes are not carried, because each notice has its own. Without its
 * health facts, which were erased, what they tell is asked anew.
 */
export function answersCarried(
	household: Household,
	health: HealthFacts | null,
	from: Source,
	rules: RuleSet
): Answers {
	const said: Readonly<Record<string, unknown>> = { ...household, ...household.home, ...household.earlier, ...health };
	const kept = factNames.filter((name) => name !== 'members' && said[name] !== undefined && isAsked(name, rules));
	const told = Object.fromEntries(kept.map((name) => [name, said[name]])) as Told;
	const severeDisability = asksSevereWithNeeds(rules) && health?.severeDisability === true;
	const needs = health && { needs: { needs: health.needs, severeDisability } };
	return { members: household.members, carried: { from, told, ...needs, people: true } };
}

/** The carried facts as a page and a summary show them, in the places of answers; a part may be half told. */
export function carriedAnswers({ told, needs }: Carried): Answers {
	const parts: Record<string, object> = {};
	for (const name of factNames) {
		if (told[name] === undefined) continue;
		const place: { readonly part: string; readonly within?: string } = placeOf[groupOf(name)];
		const part = (parts[place.part] ??= {}) as Record<string, object>;
		const inside = place.within ? (part[place.within] ??= {}) : part;
		Object.assign(inside, { [name]: told[name] });
	}
	return { ...(parts as Answers), ...(needs && { needs }) };
}

/** The answers without those that wait to be confirmed. */
export function confirmedAnswers({ carried, members, ...answers }: Answers): Answers {
	return { ...answers, ...(members && !carried?.people && { members }) };
}

/** The answers after the household saved a page: what was carried for that page is confirmed or corrected. */
export function withConfirmed({ carried, ...answers }: Answers, part: AnswerPart): Answers {
	if (!carried) return answers;
	const { people, needs, ...rest } = carried;
	const names = part === 'needs' || part === 'choices' || part === 'members' ? [] : factsOfPart(part);
	const told = without(carried.told, names);
	const left = { ...(part !== 'members' && people && { people }), ...(part !== 'needs' && needs && { needs }) };
	return withLeft(answers, { ...rest, told, ...left });
}

/**
 * The answers without what was carried of one person's health. Needs and barriers are answers of the whole household:
 * nobody knows whose they were, so they are asked anew.
 */
export function withoutCarriedHealth(answers: Answers, person: string): Answers {
	if (!answers.carried) return answers;
	const { needs: _, ...carried } = answers.carried;
	const disabilities = carried.told.disabilities?.filter(({ member }) => member !== person);
	const told = { ...without(carried.told, ['homeHasBarriers']), ...(disabilities && { disabilities }) };
	return { ...answers, carried: { ...carried, told } };
}

/** The answers with other people than those that were carried: nothing carried about health speaks of them. */
export function withOtherPeople({ carried, ...answers }: Answers): Answers {
	if (!carried) return answers;
	const { needs: _needs, people: _people, ...rest } = carried;
	return withLeft(answers, { ...rest, told: without(rest.told, factsOfPart('circumstances')) });
}

/** The facts that the rules ask a household to tell and that it did not tell in the earlier request. */
export const askedAnew = ({ told }: Carried, rules: RuleSet): FactName[] =>
	factNames.filter(
		(name) =>
			name !== 'members' && isAsked(name, rules) && factOf[name].answer !== 'optional' && told[name] === undefined
	);

function withLeft(answers: Answers, carried: Carried): Answers {
	const isNothing = Object.keys(carried.told).length === 0 && !carried.people && !carried.needs;
	return isNothing ? answers : { ...answers, carried };
}

function without(told: Told, names: readonly FactName[]): Told {
	return Object.fromEntries(Object.entries(told).filter(([name]) => !names.includes(name as FactName)));
}
