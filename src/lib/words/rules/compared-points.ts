import type { FactName } from '$lib/domain/household/facts';
import type { CriterionId, Score } from '$lib/domain/scoring/score';
import { compareScores } from '$lib/domain/verification/compare-scores';
import { factsOfLine } from '$lib/domain/verification/facts-to-check';
import type { CheckAct } from '$lib/domain/verification/finding';
import { m } from '$lib/paraglide/messages';
import { formatDate, formatPoints } from '../format';
import { factName } from '../verification-text';
import { criterionName } from './criterion-words';

/** The last act about a fact: `text` is its reason. */
type Checked = {
	readonly fact: FactName;
	readonly last: { readonly act: CheckAct; readonly text?: string; readonly at: string } | null;
};

/** The points line by line, declared and verified; of a line that changed, what was found, when and why. */
export function comparedPoints(
	score: { readonly declared: Score; readonly verified: Score },
	checked: readonly Checked[]
) {
	const lines = compareScores(score.declared, score.verified).map(({ criterion, declared, verified, change }) => ({
		name: criterionName(criterion),
		declared: formatPoints(declared?.points ?? 0),
		verified: formatPoints(verified?.points ?? 0),
		changed: change !== 0,
		why: change === 0 ? [] : whyChanged(criterion, checked)
	}));
	const { declared, verified } = score;
	return {
		lines,
		declared: formatPoints(declared.total),
		verified: formatPoints(verified.total),
		changed: declared.total !== verified.total
	};
}

function whyChanged(criterion: CriterionId, checked: readonly Checked[]): string[] {
	const facts = factsOfLine(criterion);
	return checked.flatMap(({ fact, last }) => {
		if (!facts.includes(fact) || (last?.act !== 'corrected' && last?.act !== 'not-proven')) return [];
		const about = { fact: factName(fact), day: formatDate(last.at), reason: last.text ?? '' };
		return [last.act === 'corrected' ? m.points_why_corrected(about) : m.points_why_unproven(about)];
	});
}
