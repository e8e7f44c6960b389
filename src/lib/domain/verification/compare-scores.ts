import { criteria } from '../scoring/criteria';
import { residenceTogether } from '../scoring/residence-together';
import type { CriterionId, Score, ScoreLine } from '../scoring/score';

/** One line of both scores; null where a score has none. `change`: verified less declared, in hundredths of a point. */
export type ComparedLine = {
	readonly criterion: CriterionId;
	readonly declared: ScoreLine | null;
	readonly verified: ScoreLine | null;
	readonly change: number;
};

const order: readonly CriterionId[] = [...criteria.map(({ id }) => id), residenceTogether.id];

/** The lines of the declared and the verified score side by side, in the order of the criteria. */
export function compareScores(declared: Score, verified: Score): readonly ComparedLine[] {
	return order.flatMap((criterion): ComparedLine[] => {
		const [before, after] = [lineOf(declared, criterion), lineOf(verified, criterion)];
		if (!before && !after) return [];
		return [{ criterion, declared: before, verified: after, change: (after?.points ?? 0) - (before?.points ?? 0) }];
	});
}

const lineOf = ({ lines }: Score, criterion: CriterionId) => lines.find((line) => line.criterion === criterion) ?? null;
