import type { Score } from '$lib/domain/scoring/score';
import { compareScores } from '$lib/domain/verification/compare-scores';
import { formatPoints } from '../format';
import { criterionName } from './criterion-words';

/** The points line by line, declared and verified. */
export function comparedPoints(score: { readonly declared: Score; readonly verified: Score }) {
	const lines = compareScores(score.declared, score.verified).map(({ criterion, declared, verified, change }) => ({
		name: criterionName(criterion),
		declared: formatPoints(declared?.points ?? 0),
		verified: formatPoints(verified?.points ?? 0),
		changed: change !== 0
	}));
	const { declared, verified } = score;
	return {
		lines,
		declared: formatPoints(declared.total),
		verified: formatPoints(verified.total),
		changed: declared.total !== verified.total
	};
}
