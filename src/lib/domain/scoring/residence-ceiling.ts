import type { ScoringRules } from '../ruleset/rule-set';
import { criteria } from './criteria';
import type { ScoreLine } from './score';

const fragilities: ReadonlySet<string> = new Set(criteria.filter(({ fragility }) => fragility).map(({ id }) => id));

/**
 * The line that cuts the residence sub-score to its ceiling (14.5 points before 2025, 12 after), or to the larger of its
 * two lines where they add up only with a fragility. Null when nothing is cut. Points in hundredths, negative.
 */
export function residenceCeiling(lines: readonly ScoreLine[], rules: ScoringRules): ScoreLine | null {
	const rule = rules.residenceTogether;
	const given = lines.filter((line) => line.subscore === 'residence').map((line) => line.points);
	if (!rule || given.length === 0) return null;
	const together = given.reduce((sum, points) => sum + points, 0);
	const addUp = rule.value.addUp === 'always' || lines.some((line) => fragilities.has(line.criterion));
	const counted = Math.min(addUp ? together : Math.max(...given), rule.value.max);
	if (counted === together) return null;
	return {
		criterion: 'residenceTogether',
		subscore: 'residence',
		points: counted - together,
		because: { max: rule.value.max, rule: addUp ? 'ceiling' : 'larger-only' },
		certainty: rule.certainty,
		source: rule.source
	};
}
