import type { HealthFacts } from '../accessibility/needs';
import { noHealthFacts } from '../accessibility/needs';
import { factNames, factOf, namesIn, type FactGroup, type FactName, type FactValue } from './facts';
import type { Household } from './household';

/**
 * The facts of a household that were told so far. A fact left blank is absent, and nothing is guessed in its place.
 * Units as in `domain/household/facts.ts`.
 */
export type Told = { readonly [Name in FactName]?: FactValue<Name> } & {
	/** Lives in Lombardy, also where since when was not told. */
	readonly livesInLombardy?: boolean;
	/** The doubts that the household said to be right, by their keys (domain/plausibility). */
	readonly sure?: readonly string[];
};

/** Adds what follows from the answers: a household without a home has no home that is small, unhealthy, shared or hard to use. */
export function withConsequences(told: Told): Told {
	if (told.kind !== 'none') return told;
	const follows = factNames.filter((name) => factOf[name].withoutHome !== undefined);
	return { ...told, ...Object.fromEntries(follows.map((name) => [name, factOf[name].withoutHome])) };
}

/**
 * The household that was told, with every blank filled so that it gives no points. Only rules whose facts were told may
 * look at it: see `judgeTold` and `scoreTold`.
 */
export function filled(told: Told): { household: Household; health: HealthFacts } {
	const group = (name: FactGroup) => filledGroup(told, name);
	const household = {
		...group('people'),
		...group('residence'),
		...group('property'),
		...group('income'),
		home: group('home'),
		earlier: group('earlier')
	} as Household;
	return { household, health: { ...noHealthFacts, ...group('circumstances') } };
}

function filledGroup(told: Told, group: FactGroup): object {
	return Object.fromEntries(
		namesIn(group).map((name) => {
			const fact = factOf[name];
			return [name, told[name] ?? (fact.asked === 'always' ? fact.blank : undefined)];
		})
	);
}
