import { adequacyOf } from '../eligibility/adequacy';
import type { RuleSet } from '../ruleset/rule-set';

export type ChoiceProblem =
	| 'no-choices'
	| 'too-many-choices'
	| 'unknown-dwelling'
	| 'repeated-dwelling'
	| 'not-adequate';

type Judged = { readonly id: string; readonly netAreaDm2: number | null };

/**
 * The first fault of an ordered list of dwelling ids for a household of `persons`; null when there is none. A household
 * can choose only adequate dwellings of the notice, because a round takes no others (docs/domain-rules.md, round 3).
 */
export function judgeChoices(
	choices: readonly string[],
	dwellings: readonly Judged[],
	limits: {
		readonly rules: RuleSet;
		readonly maxChoices: number;
		readonly persons: number;
		readonly carersRoom: boolean;
	}
): ChoiceProblem | null {
	if (choices.length === 0) return 'no-choices';
	if (choices.length > limits.maxChoices) return 'too-many-choices';
	if (new Set(choices).size < choices.length) return 'repeated-dwelling';
	const areas = new Map(dwellings.map(({ id, netAreaDm2 }) => [id, netAreaDm2]));
	if (choices.some((id) => !areas.has(id))) return 'unknown-dwelling';
	const fits = (id: string) =>
		adequacyOf(limits.rules, areas.get(id) ?? null, limits.persons, limits.carersRoom) === 'adequate';
	return choices.every(fits) ? null : 'not-adequate';
}
