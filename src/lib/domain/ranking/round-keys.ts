import type { TieBreaker } from '../ruleset/other-rules';
import type { Score } from '../scoring/score';

/** Whole days of residence until the day of the application. */
export interface Residence {
	readonly municipalityDays: number;
	readonly regionDays: number;
}

/**
 * The keys that rank an application on a list: its points, then each tie-breaker in the order of the rule set. All are
 * integers, higher is better. The public draw decides between applications with equal keys. r.r. 4/2017 art. 12(3):
 * longer residence in the municipality, then in the region, then family, housing and economic points.
 * @param score hundredths of a point
 * @throws RangeError on a number that is not an integer, because rounding would then decide the rank
 */
export function roundKeys(
	score: Pick<Score, 'total' | 'subscores'>,
	residence: Residence,
	ties: readonly TieBreaker[]
): readonly number[] {
	const values: Readonly<Record<TieBreaker, number>> = {
		'municipality-days': residence.municipalityDays,
		'region-days': residence.regionDays,
		family: score.subscores.family,
		housing: score.subscores.housing,
		economic: score.subscores.economic
	};
	const keys = [score.total, ...ties.map((tie) => values[tie])];
	const wrong = keys.find((key) => !Number.isSafeInteger(key));
	if (wrong !== undefined) throw new RangeError(`a key must be an integer, not ${wrong}`);
	return keys;
}
