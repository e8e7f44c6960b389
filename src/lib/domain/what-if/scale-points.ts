import type { Kind } from '../ruleset/kinds';
import { ruleKinds } from '../ruleset/rule-kinds';
import type { RuleSet } from '../ruleset/rule-set';
import type { CriterionId } from '../scoring/score';

/** The rule set with the points of one criterion at this percentage, rounded to hundredths of a point. */
export function scalePoints(rules: RuleSet, criterion: CriterionId, percent: number): RuleSet {
	const rule = rules.scoring[criterion];
	if (!rule) return rules;
	const value = scaled(ruleKinds.scoring[criterion]!, rule.value, percent);
	return { ...rules, scoring: { ...rules.scoring, [criterion]: { ...rule, value } } };
}

/** Only what is of the kind of points changes; ages, areas and limits stay. */
function scaled(kind: Kind, value: unknown, percent: number): unknown {
	if (kind.kind === 'list') return (value as unknown[]).map((one) => scaled(kind.of, one, percent));
	if (kind.kind === 'group') {
		const entries = Object.entries(value as object);
		return Object.fromEntries(entries.map(([name, one]) => [name, scaled(kind.members[name]!, one, percent)]));
	}
	const isPoints = kind.kind === 'hundredths' && kind.unit === 'points';
	return isPoints ? Math.round((Number(value) * percent) / 100) : value;
}
