import type { CheckValues } from './carried';

export const MOST_PEOPLE = 15;

/** Each person has a row of fields that end with the person's number: `birthDate-1`, `relation-2`, `percent-2`. */
const rowOf = (field: string) => Number(/^(?!span).*-(\d{1,3})$/.exec(field)?.[1] ?? 0);

/** The numbers of the rows in order. The first is the person who asks, and is always there. */
export function rowsOf(values: CheckValues): number[] {
	const numbers = Object.keys(values)
		.filter((field) => field.startsWith('birthDate-'))
		.map(rowOf);
	return [...new Set([1, ...numbers])].filter((row) => row > 0).sort((a, b) => a - b);
}

export function withRow(values: CheckValues, row: number): CheckValues {
	return rowsOf(values).length >= MOST_PEOPLE ? values : { ...values, [`birthDate-${row}`]: [''] };
}

/** The values without those of one person. The person who asks always stays. */
export function withoutRow(values: CheckValues, row: number): CheckValues {
	if (row === 1) return values;
	return Object.fromEntries(Object.entries(values).filter(([field]) => rowOf(field) !== row));
}

/**
 * The values without what was said of people who gave their row to another: where both the relation and the birth date of
 * a row are others than `before`, another person is meant.
 */
export function withoutReplaced(values: CheckValues, before: CheckValues): CheckValues {
	const replaced = (row: number) =>
		[`relation-${row}`, `birthDate-${row}`].every((field) => {
			const [was, is] = [before[field]?.at(-1), values[field]?.at(-1)];
			return was && is !== undefined && was !== is;
		});
	const rows = rowsOf(values).filter((row) => row > 1 && replaced(row));
	const stays = (field: string) => /^(relation|birthDate)-/.test(field) || !rows.includes(rowOf(field));
	return Object.fromEntries(Object.entries(values).filter(([field]) => stays(field)));
}
