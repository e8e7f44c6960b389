import type { HealthFacts } from '../accessibility/needs';
import type { Day } from '../calendar/instant';
import type { DocumentId } from '../documents/document';
import type { FactDetail, FactName } from '../household/facts';
import type { Household } from '../household/household';
import { group, type Members, type ValueOf } from '../ruleset/kinds';
import type { WrongValue } from '../ruleset/rule-set-problem';
import type { Certainty, RuleValue } from '../ruleset/rule-value';

export const subscoreNames = ['family', 'housing', 'economic', 'residence'] as const;
export type Subscore = (typeof subscoreNames)[number];

/** What a criterion may look at. `today`: the calendar day in Milan on which the request was sent. */
export type ScoredFacts = {
	readonly household: Household;
	/** The age of each member that day, in whole years. */
	readonly ages: readonly number[];
	readonly health: HealthFacts;
	/** The days from which residence counts, as the rule set counts it; null for none. */
	readonly residence: { readonly region: Day | null; readonly municipality: Day | null };
	readonly today: Day;
};

/** Where points come from. `because` holds the facts that decided (numbers, or kebab-case words) for the sentence shown. */
export type LineOf<Id extends string> = {
	readonly criterion: Id;
	readonly subscore: Subscore;
	/** Hundredths of a point; negative only for a ceiling that cuts. */
	readonly points: number;
	readonly because: Readonly<Record<string, number | string>>;
	readonly certainty: Certainty;
	/** The source of the numbers: the act, with its article. */
	readonly source: string;
};

type Declared<Numbers extends Members> = {
	/** Where its points add up; it also breaks ties. */
	readonly subscore: Subscore;
	/** The numbers that a rule set gives it, each with its kind. */
	readonly numbers: Numbers;
	/** The facts without which it cannot be counted: until they are told, it is named as not counted yet. */
	readonly facts: readonly FactName[];
	/** Facts that it looks at, and that a household may leave blank. */
	readonly evenIfBlank?: readonly (FactName | FactDetail)[];
	/** Something wrong with a home: losing the home has to give as many points. Its numbers have `points`. */
	readonly wrongWithHome?: true;
	/** A circumstance that lets residence in region and municipality add up under r.r. 2/2025; which they are in law is open. */
	readonly fragility?: true;
	/** The document that proves it, where it is not the one of its facts. */
	readonly proof?: DocumentId;
	/** The faults of its numbers taken together, each at the name of the number to change. */
	readonly check?: (value: NumbersOf<Numbers>) => readonly WrongValue[];
	/** Points in hundredths, and the facts that gave them; null for none. */
	readonly count: (
		facts: ScoredFacts,
		numbers: NumbersOf<Numbers>
	) => Pick<LineOf<string>, 'points' | 'because'> | null;
};
type NumbersOf<Numbers extends Members> = ValueOf<{ readonly kind: 'group'; readonly members: Numbers }>;

/** Declares a criterion: everything the portal knows of it, but its words. Add it to the list in `criteria/index.ts`. */
export function criterion<const Id extends string, const Numbers extends Members>(id: Id, declared: Declared<Numbers>) {
	const { count, check, numbers, ...others } = declared;
	return {
		id,
		evenIfBlank: [] as readonly (FactName | FactDetail)[],
		wrongWithHome: false,
		fragility: false,
		proof: undefined,
		...others,
		numbers: group(numbers),
		/** The faults of a rule that has the shape of `numbers`. */
		check: (rule: RuleValue<unknown>): readonly WrongValue[] => check?.(rule.value as NumbersOf<Numbers>) ?? [],
		/** Null when the rule set does not have the criterion, or it gives nothing. */
		line(facts: ScoredFacts, rules: { readonly [Name in Id]?: RuleValue<NumbersOf<Numbers>> }): LineOf<Id> | null {
			const rule = rules[id];
			const counted = rule && count(facts, rule.value);
			if (!rule || !counted || counted.points === 0) return null;
			const { certainty, source } = rule;
			const { points, because } = counted;
			return { criterion: id, subscore: declared.subscore, points, because, certainty, source };
		}
	};
}
