import {
	factGroups,
	factNames,
	factOf,
	factsOfPart,
	groupOf,
	namesIn,
	placeOf,
	type FactGroup,
	type FactIfUsed,
	type FactName,
	type FactPart
} from '../household/facts';
import { withConsequences, type Told } from '../household/told';
import { asks, asksCircumstances } from '../ruleset/questions';
import type { RuleSet } from '../ruleset/rule-set';
import type { Answers } from './answers';

/**
 * The answers of a request that were told already, a part only where all that it needs is there: a part half told is asked
 * again rather than guessed. What the rules of the notice do not ask is left out.
 */
export function answersOfTold(given: Told, rules: RuleSet): Answers {
	const told = withConsequences(given);
	const asked = (name: FactName) => factOf[name].asked === 'always' || asks([rules], name as FactIfUsed);
	const whole = (part: FactPart) =>
		factsOfPart(part).every((name) => !asked(name) || factOf[name].answer === 'optional' || told[name] !== undefined);
	const values = (group: FactGroup) =>
		Object.fromEntries(namesIn(group).flatMap((name) => (asked(name) ? [[name, valueOf(told, name)]] : [])));

	const parts = new Map<string, object>();
	for (const group of factGroups) {
		const place: { readonly part: FactPart; readonly within?: string } = placeOf[group];
		if (!whole(place.part) || (place.part === 'circumstances' && !asksCircumstances(rules))) continue;
		const inside = place.within ? { [place.within]: values(group) } : values(group);
		parts.set(place.part, { ...parts.get(place.part), ...inside });
	}
	// The people are a part by themselves, without a name around them.
	return { ...Object.fromEntries(parts), ...parts.get('members') };
}

/** A fact that is always asked is stored also when it was left blank. */
function valueOf(told: Told, name: FactName): unknown {
	const fact = factOf[name];
	return told[name] ?? (fact.asked === 'always' ? fact.blank : undefined);
}

/** The facts that the answers of a request tell: the inverse of the above. */
export function toldOf(answers: Answers): Told {
	return Object.fromEntries(
		factNames.flatMap((name) => {
			const stored = storedIn(answers, groupOf(name)) as Readonly<Record<string, unknown>> | undefined;
			const value = stored?.[name];
			return value === undefined ? [] : [[name, value]];
		})
	);
}

function storedIn(answers: Answers, group: FactGroup): object | undefined {
	switch (group) {
		case 'people':
			return answers;
		case 'home':
			return answers.home?.home;
		case 'property':
			return answers.home;
		case 'earlier':
			return answers.income?.earlier;
		default:
			return answers[group];
	}
}

/** The saved answers with the parts of `given` that were not saved yet; with `replace`, with all of them. */
export function takeAnswers(saved: Answers, given: Answers, replace: boolean): Answers {
	return replace ? { ...saved, ...given } : { ...given, ...saved };
}
