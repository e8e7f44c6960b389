import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteRow } from './authorisation/row';
import type { FoundRoute } from './routes';

const folder = join(import.meta.dirname, 'authorisation');

/** The expectations of every feature. */
export async function readRows(): Promise<RouteRow[]> {
	const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'row.ts');
	const modules = await Promise.all(
		files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<{ rows: readonly RouteRow[] }>)
	);
	return modules.flatMap((module) => module.rows);
}

const WHERE = 'in tests/support/authorisation';

/** A sentence for each route, action and method that has no expectation, and for each expectation of nothing. */
export function gaps(found: readonly FoundRoute[], rows: readonly RouteRow[]): string[] {
	const rowOf = new Map(rows.map((row) => [row.route, row]));
	const twice = rows.filter((row) => rowOf.get(row.route) !== row);
	const gone = [...rowOf.keys()].filter((route) => !found.some((one) => one.route === route));
	return [
		...found.flatMap((route) => gapsOf(route, rowOf.get(route.route))),
		...twice.map(({ route }) => `${route} has two rows ${WHERE}: keep one.`),
		...gone.map((route) => `${route} has a row ${WHERE}, and no page or endpoint: take the row away.`)
	];
}

function gapsOf({ route, page, actions, methods }: FoundRoute, row: RouteRow | undefined): string[] {
	if (!row) return [`${route} has no row ${WHERE}: say there who may read it and who may use each of its actions.`];
	const others = methods.filter((method) => method !== 'GET');
	const mayRead = page || methods.includes('GET');
	const silent = /^\/\((applicant|landlord)\).*\[/.test(route) && row.others === undefined;
	return [
		...(mayRead && row.read === undefined ? [`The row of ${route} does not say who may read it.`] : []),
		...(!mayRead && row.read !== undefined
			? [`The row of ${route} says who may read it, and nothing can be read.`]
			: []),
		...compare(route, 'action', actions, Object.keys(row.actions ?? {})),
		...compare(route, 'method', others, Object.keys(row.methods ?? {})),
		...(silent ? [`The row of ${route} does not say whose record its address names: write \`others\`.`] : [])
	];
}

function compare(route: string, what: string, found: readonly string[], written: readonly string[]): string[] {
	const missing = found.filter((name) => !written.includes(name));
	const gone = written.filter((name) => !found.includes(name));
	return [
		...missing.map((name) => `The row of ${route} does not say who may use its ${what} ${name}.`),
		...gone.map((name) => `The row of ${route} names the ${what} ${name}, which is not there.`)
	];
}
