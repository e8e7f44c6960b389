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
import { noHealthFacts } from '../accessibility/needs';
import { answerParts, type Answers } from './answers';
import { withConfirmed, withOtherPeople } from './carried';
import { withSure } from './sure';

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
	return withSure({ ...Object.fromEntries(parts), ...parts.get('members') }, told.sure ?? []);
}

/** A fact that is always asked is stored also when it was left blank. */
function valueOf(told: Told, name: FactName): unknown {
	const fact = factOf[name];
	return told[name] ?? (fact.asked === 'always' ? fact.blank : undefined);
}

/** The facts that the answers of a request tell: the inverse of the above. */
export function toldOf(answers: Answers): Told {
	const facts = Object.fromEntries(
		factNames.flatMap((name) => {
			const stored = storedIn(answers, groupOf(name)) as Readonly<Record<string, unknown>> | undefined;
			const value = stored?.[name];
			return value === undefined ? [] : [[name, value]];
		})
	);
	return answers.sure ? { ...facts, sure: answers.sure } : facts;
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

/**
 * The saved answers with the parts of `given` that were not saved yet; with `replace`, with all of them. What was said of
 * people goes only with those people: where others live in the household, it is asked again.
 */
export function takeAnswers(saved: Answers, given: Answers, replace: boolean): Answers {
	const both = replace ? { ...saved, ...given } : { ...given, ...saved };
	const told = answerParts.filter((part) => given[part] !== undefined && both[part] === given[part]);
	const sure = withSure(both, [...(saved.sure ?? []), ...(given.sure ?? [])]);
	const taken = told.reduce(withConfirmed, sure);
	if (samePeople(saved.members, given.members)) return taken;
	const { circumstances: _, needs, again: _again, naming: _naming, ...rest } = taken;
	const others = taken.members === given.members ? withOtherPeople(rest) : rest;
	const { circumstances } = taken.members === given.members ? given : saved;
	const needsStay = needs && taken.members === saved.members;
	return {
		...others,
		...(circumstances && { circumstances }),
		...(needsStay ? { needs } : needs && { again: { needs: noHealthFacts } })
	};
}

/** Whether both speak of the same people, under the same names. Nobody can be taken for anybody else where one says nothing. */
function samePeople(saved: Answers['members'], given: Answers['members']): boolean {
	if (!saved?.length || !given?.length) return true;
	const text = (members: NonNullable<Answers['members']>) =>
		members.map(({ id, relation, birthDate }) => `${id} ${relation} ${birthDate}`).join();
	return text(saved) === text(given);
}
