import { withConsequences, type Told } from '../household/told';
import { asks, asksCircumstances, type Question } from '../ruleset/questions';
import type { RuleSet } from '../ruleset/rule-set';
import type { Answers } from './answers';

/**
 * The answers of a request that were told already, a part only where all that it needs is there: a part half told is asked
 * again rather than guessed. What the rules of the notice do not ask is left out.
 */
export function answersOfTold(given: Told, rules: RuleSet): Answers {
	const told = withConsequences(onlyAsked(given, rules));
	const { members } = told;
	const parts: Answers = {
		members,
		residence: residenceOf(told),
		home: homeOf(told),
		circumstances: circumstancesOf(told, rules),
		income: incomeOf(told)
	};
	return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

/** The optional facts by the question that asks them. */
const factsOf: Readonly<Partial<Record<Question, readonly (keyof Told)[]>>> = {
	permitValidTo: ['permitValidTo'],
	earlierResidence: ['earlierResidence'],
	shared: ['shared'],
	iseeValidTo: ['iseeKind', 'iseeValidTo'],
	disabilities: ['disabilities'],
	homeHasBarriers: ['homeHasBarriers'],
	emergency: ['emergency']
};

function onlyAsked(told: Told, rules: RuleSet): Told {
	const unasked = (Object.keys(factsOf) as Question[]).filter((question) => !asks([rules], question));
	const names = new Set<string>(unasked.flatMap((question) => factsOf[question] ?? []));
	return Object.fromEntries(Object.entries(told).filter(([name]) => !names.has(name)));
}

function circumstancesOf(told: Told, rules: RuleSet): Answers['circumstances'] {
	if (!asksCircumstances(rules)) return undefined;
	const { disabilities, homeHasBarriers, emergency } = told;
	const facts = { disabilities, homeHasBarriers, emergency };
	const names = Object.keys(facts) as (keyof typeof facts)[];
	if (names.some((name) => facts[name] === undefined && asks([rules], name))) return undefined;
	return facts;
}

function residenceOf(told: Told): Answers['residence'] {
	const { citizenship, permitValidTo, regionSince, municipalitySince, earlierResidence, worksInLombardy } = told;
	if (citizenship === undefined || worksInLombardy === undefined) return undefined;
	if (regionSince === undefined || municipalitySince === undefined) return undefined;
	return { citizenship, permitValidTo, regionSince, municipalitySince, earlierResidence, worksInLombardy };
}

function homeOf(told: Told): Answers['home'] {
	const { kind, netAreaDm2 = null, eviction, unhealthy, shared, ownsAdequateHome } = told;
	if (kind === undefined || eviction === undefined || unhealthy === undefined) return undefined;
	if (ownsAdequateHome === undefined) return undefined;
	return { home: { kind, netAreaDm2, eviction, unhealthy, shared }, ownsAdequateHome };
}

function incomeOf(told: Told): Answers['income'] {
	const { iseeCents, iseeKind, iseeValidTo, assetsCents = null } = told;
	const { lostPublicDwelling, unpaidArrears, squatted } = told;
	if (iseeCents === undefined || lostPublicDwelling === undefined) return undefined;
	if (unpaidArrears === undefined || squatted === undefined) return undefined;
	return { iseeCents, iseeKind, iseeValidTo, assetsCents, earlier: { lostPublicDwelling, unpaidArrears, squatted } };
}

/** The saved answers with the parts of `given` that were not saved yet; with `replace`, with all of them. */
export function takeAnswers(saved: Answers, given: Answers, replace: boolean): Answers {
	return replace ? { ...saved, ...given } : { ...given, ...saved };
}
