import { plainTitle } from '$lib/server/homes/dwellings/columns';
import type { FileProblem } from './report';

/** A column of a template. */
export type Titled = { readonly name: string; readonly required?: true };

/**
 * Which column each title of the first row names. A column that the template does not have is refused rather than
 * ignored, because a misspelt title would silently lose its values.
 */
export function readTitles<Column extends Titled>(
	titles: readonly string[],
	columns: readonly Column[]
): { found: (Column | undefined)[]; problems: FileProblem[] } {
	const byTitle = new Map(columns.map((column) => [plainTitle(column.name), column]));
	const found = titles.map((title) => byTitle.get(plainTitle(title)));
	const problems: FileProblem[] = [];
	for (const [index, title] of titles.entries()) {
		const column = found[index];
		if (title !== '' && !column) problems.push({ problem: 'column-unknown', about: title.slice(0, 60) });
		if (column && found.indexOf(column) < index) problems.push({ problem: 'column-repeated', about: column.name });
	}
	for (const column of columns) {
		if (column.required && !found.includes(column)) problems.push({ problem: 'column-missing', about: column.name });
	}
	return { found, problems };
}
