import { columns } from '$lib/server/homes/dwellings/columns';

type Shown = { readonly name: string; readonly example: readonly [string, string] };

/** The file to fill: the titles and two example rows, as Italian spreadsheets open it. By default that of the dwellings. */
export function template(of: readonly Shown[] = columns): string {
	const rows = [of.map(({ name }) => name), of.map(({ example }) => example[0]), of.map(({ example }) => example[1])];
	return `\uFEFF${rows.map((row) => `${row.join(';')}\r\n`).join('')}`;
}
