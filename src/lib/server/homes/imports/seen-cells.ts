import type { Column } from '$lib/server/homes/dwellings/column';
import { looksLikeDate } from './date-cells';
import type { Encoding } from './encodings';
import { hasLetters, looksOdd, readingsOf, type Letters } from './odd-letters';
import type { LettersSeen, Warning } from './report';

/** Warnings that a report shows; the others are counted. */
export const WARNINGS_SHOWN = 100;
/** Cells with letters that a report shows. */
const SAMPLE = 6;

/** What a person should look at in cells that are read well: codes that became dates, and letters. */
export class SeenCells {
	readonly warnings: Warning[] = [];
	warningCount = 0;
	#odd = 0;
	readonly #sample: { readonly odd: Letters[]; readonly plain: Letters[] } = { odd: [], plain: [] };

	constructor(private readonly encoding: Encoding | 'utf-16') {}

	see(line: number, cells: readonly string[], titles: readonly (Column | undefined)[]): void {
		for (const [index, column] of titles.entries()) {
			const cell = cells[index];
			if (!cell || !column) continue;
			const at = { row: line, column: column.name, value: cell.slice(0, 60) };
			if (looksLikeDate(column, cell)) this.warn({ kind: 'like-date', ...at });
			if (hasLetters(cell)) this.#seeLetters(at);
		}
	}

	warn(warning: Warning): void {
		this.warningCount += 1;
		if (this.warnings.length < WARNINGS_SHOWN) this.warnings.push(warning);
	}

	/** The same word is shown once. */
	#seeLetters(at: Omit<Letters, 'readings'>): void {
		const isOdd = looksOdd(at.value);
		if (isOdd) this.#odd += 1;
		const shown = this.#sample[isOdd ? 'odd' : 'plain'];
		if (shown.length >= SAMPLE || shown.some(({ value }) => value === at.value)) return;
		shown.push({ ...at, readings: readingsOf(at.value, this.encoding) });
	}

	letters(): LettersSeen {
		return { odd: this.#odd, sample: [...this.#sample.odd, ...this.#sample.plain].slice(0, SAMPLE) };
	}
}
