import type { RuleSet } from '../ruleset/rule-set';
import type { CriterionId } from '../scoring/score';

/** The members of a criterion's numbers that are points, in hundredths. The others are ages, areas and limits. */
const POINTS = new Set(['points', 'each', 'max', 'notified', 'enforceable', 'none', 'improper']);

/** The rule set with the points of one criterion at this percentage, rounded to hundredths of a point. */
export function scalePoints(rules: RuleSet, criterion: CriterionId, percent: number): RuleSet {
	const rule = rules.scoring[criterion];
	if (!rule) return rules;
	return { ...rules, scoring: { ...rules.scoring, [criterion]: { ...rule, value: scaled(rule.value, percent) } } };
}

function scaled(value: unknown, percent: number): unknown {
	if (Array.isArray(value)) return value.map((one) => scaled(one, percent));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [
			name,
			POINTS.has(name) && typeof one === 'number' ? Math.round((one * percent) / 100) : scaled(one, percent)
		])
	);
}
