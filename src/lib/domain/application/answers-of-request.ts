import type { HealthFacts } from '../accessibility/needs';
import { factNames, namesIn, type FactGroup, type FactsOf } from '../household/facts';
import type { Household } from '../household/household';
import type { RuleSet } from '../ruleset/rule-set';
import type { Answers } from './answers';
import { answersOfTold } from './answers-of-told';

/** The answers that declare a household as it was sent. Without its health facts, what they tell is asked again. */
export function answersOfRequest(
	household: Household,
	health: HealthFacts | null,
	choices: readonly string[],
	rules: RuleSet
): Answers {
	const said: Readonly<Record<string, unknown>> = { ...household, ...household.home, ...household.earlier, ...health };
	const told = Object.fromEntries(
		factNames.flatMap((name) => (said[name] === undefined || said[name] === null ? [] : [[name, said[name]]]))
	);
	const needs = health && { needs: health.needs, severeDisability: health.severeDisability };
	return { ...answersOfTold(told, rules), ...(needs && { needs }), choices };
}

/**
 * Every answer that a request declared, also those that the rules of the notice do not ask for. Without its health facts,
 * the parts that they fill are absent.
 */
export function declaredAnswers(household: Household, health: HealthFacts | null, choices: readonly string[]): Answers {
	const { members, home, earlier } = household;
	const circumstances = groupIn('circumstances', { ...health });
	return {
		members,
		residence: groupIn('residence', household),
		home: { ...groupIn('property', household), home },
		...(Object.keys(circumstances).length > 0 && { circumstances }),
		income: { ...groupIn('income', household), earlier },
		...(health && { needs: { needs: health.needs, severeDisability: health.severeDisability } }),
		choices
	};
}

function groupIn<Group extends FactGroup>(group: Group, facts: object): FactsOf<Group> {
	const names: readonly string[] = namesIn(group);
	return Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name))) as FactsOf<Group>;
}
