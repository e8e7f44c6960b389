import type { HealthFacts } from '../accessibility/needs';
import type { Day } from '../calendar/instant';
import type { Household } from '../household/household';
import type { ScoringRules } from '../ruleset/rule-set';
import type { RuleValue } from '../ruleset/rule-value';
import type { CriterionId, ScoreLine, Subscore } from './score';

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

export type Criterion = {
	readonly id: CriterionId;
	readonly subscore: Subscore;
	/** Null when the rule set does not have the criterion, or it gives nothing. */
	readonly line: (facts: ScoredFacts, rules: ScoringRules) => ScoreLine | null;
};

type Points = Pick<ScoreLine, 'points' | 'because'>;
type ValueOf<Id extends CriterionId> = NonNullable<ScoringRules[Id]> extends RuleValue<infer Value> ? Value : never;

/** Binds a criterion to its numbers in the rule set. `count` answers points in hundredths and the facts that gave them. */
export function criterion<Id extends CriterionId>(
	id: Id,
	subscore: Subscore,
	count: (facts: ScoredFacts, value: ValueOf<Id>) => Points | null
): Criterion {
	return {
		id,
		subscore,
		line(facts, rules) {
			const rule = rules[id] as RuleValue<ValueOf<Id>> | undefined;
			const counted = rule && count(facts, rule.value);
			if (!rule || !counted || counted.points === 0) return null;
			const { certainty, source } = rule;
			return { criterion: id, subscore, points: counted.points, because: counted.because, certainty, source };
		}
	};
}
