import { columns } from '$lib/server/homes/dwellings/columns';

/** The file to fill: the titles and two example rows, as Italian spreadsheets open it. */
export function template(): string {
	const rows = [
		columns.map((column) => column.name),
		columns.map((column) => column.example[0]),
		columns.map((column) => column.example[1])
	];
	return `\uFEFF${rows.map((row) => `${row.join(';')}\r\n`).join('')}`;
}
