import type { CellError, ErrorGroup } from './report';

/** A report shows this many groups of wrong cells; the others are counted. */
export const SHOWN = 100;
/** Lines and values named of each group. */
const NAMED = 8;

/** Wrong cells by what is wrong in which column: one title typed wrongly is one thing to mend, not 5,000. */
export class GroupedErrors {
	count = 0;
	readonly #groups = new Map<string, { -readonly [Name in keyof ErrorGroup]: ErrorGroup[Name] }>();

	add(errors: readonly CellError[]): void {
		this.count += errors.length;
		for (const error of errors) {
			const { column, problem, other, meanings } = error;
			const key = [column, problem, other, meanings].join('|');
			const group = this.#groups.get(key);
			if (group) {
				group.count += 1;
				if (group.rows.length < NAMED) group.rows = [...group.rows, error.row];
				if (group.values.length < NAMED && !group.values.includes(error.value))
					group.values = [...group.values, error.value];
			} else if (this.#groups.size < SHOWN) {
				this.#groups.set(key, { ...error, count: 1, rows: [error.row], values: [error.value] });
			}
		}
	}

	list(): readonly ErrorGroup[] {
		return [...this.#groups.values()];
	}
}
