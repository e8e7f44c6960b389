import type { HealthFacts } from '../accessibility/needs';
import { factNames } from '../household/facts';
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
