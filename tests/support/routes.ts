import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** A route as its files are: read from the sources, so that nothing added to them goes unseen. */
export type FoundRoute = {
	readonly route: string;
	readonly page: boolean;
	readonly actions: readonly string[];
	readonly methods: readonly string[];
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];
const ROUTES = join(import.meta.dirname, '../../src/routes');

/** Every folder of `root` with a page or an endpoint, by its address. */
export function findRoutes(root = ROUTES): FoundRoute[] {
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/^\+(page\.svelte|page\.server\.[tj]s|page\.[tj]s|server\.[tj]s)$/.test(file.split(sep).at(-1) ?? '')
	);
	const folders = new Map<string, string[]>();
	for (const file of files) {
		const folder = dirname(file);
		folders.set(folder, [...(folders.get(folder) ?? []), join(root, file)]);
	}
	return [...folders].map(([folder, paths]) => describe(folder, paths)).sort((a, b) => (a.route < b.route ? -1 : 1));
}

function describe(folder: string, paths: readonly string[]): FoundRoute {
	const route = `/${relative('.', folder).split(sep).join('/')}`;
	const server = paths.find((path) => path.includes('+page.server.'));
	const endpoint = paths.find((path) => path.includes(`${sep}+server.`));
	return {
		route,
		page: paths.some((path) => path.includes('+page')),
		actions: server ? actionNames(parse(server)) : [],
		methods: endpoint ? exportedNames(parse(endpoint)).filter((name) => METHODS.includes(name)) : []
	};
}

const parse = (path: string) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);

function exportedNames(source: ts.SourceFile): string[] {
	const names = source.statements.flatMap((statement): string[] => {
		if (ts.isExportDeclaration(statement)) {
			if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) throw unreadable(source);
			return statement.exportClause.elements.map((element) => element.name.text);
		}
		if (!ts.canHaveModifiers(statement)) return [];
		if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
		if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ''];
		if (ts.isVariableStatement(statement))
			return statement.declarationList.declarations.map(({ name }) => {
				if (!ts.isIdentifier(name)) throw unreadable(source);
				return name.text;
			});
		return [];
	});
	return names;
}

/** The keys of `export const actions = { … }`; anything this cannot read fails rather than passing unseen. */
function actionNames(source: ts.SourceFile): string[] {
	if (!exportedNames(source).includes('actions')) return [];
	const declaration = source.statements
		.filter(ts.isVariableStatement)
		.flatMap((statement) => [...statement.declarationList.declarations])
		.find((one) => one.name.getText(source) === 'actions');
	let value = declaration?.initializer;
	while (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) value = value.expression;
	if (!value || !ts.isObjectLiteralExpression(value)) throw unreadable(source);
	return value.properties.map((property) => {
		const { name } = property;
		if (!name || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) throw unreadable(source);
		return name.text;
	});
}

const unreadable = (source: ts.SourceFile) =>
	new Error(`${source.fileName}: write actions as a plain object, and exports by name, so that they can be counted.`);
