import { SHOWN_FROM, suppress, type Cell } from '../what-if/suppress';
import type { SurveyRow } from './survey-list';

/** `total`: households that this dwelling or one above it may suit. */
export type ShownRow = Pick<SurveyRow, 'id' | 'missing'> & { readonly serves: Cell; readonly total: Cell };

export type ShownSurveyList = {
	readonly rows: readonly ShownRow[];
	/**
	 * If so many dwellings from the top are measured, so many households may find a home. Null while they are under
	 * four.
	 */
	readonly headline: {
		readonly dwellings: number;
		readonly households: number;
		/** Those of them that no dwelling suits today. */
		readonly without: Cell;
	} | null;
};

/**
 * The list of surveys as pages may show it: no count of households under four, and no two totals that differ by fewer.
 * What the last rows add together is then under four as well, and the headline leaves it out.
 */
export function showSurveyList(list: readonly SurveyRow[]): ShownSurveyList {
	let [total, without, shown] = [0, 0, 0];
	let headline: ShownSurveyList['headline'] = null;
	const rows = list.map(({ id, missing, serves, adds, addsWithout }, at): ShownRow => {
		total += adds;
		without += addsWithout;
		if (total - shown >= SHOWN_FROM) {
			shown = total;
			headline = { dwellings: at + 1, households: total, without: partOf(total, without) };
		}
		return { id, missing, serves: serves < SHOWN_FROM ? null : serves, total: total === shown ? total || null : null };
	});
	return { rows, headline };
}

/** Either part points at no household: it is empty, or at least four. */
const partOf = (total: number, part: number): Cell =>
	part === 0 || part === total ? part : (suppress([part, total - part])?.[0] ?? null);
