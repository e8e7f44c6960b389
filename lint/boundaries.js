// The six rules of docs/architecture.md, as import restrictions per folder, each with a message that says where the code belongs.

/** @param {string[]} group @param {string} message */
const no = (group, message) => ({ group, message });

const KYSELY = no(
	['kysely', 'better-sqlite3', 'pg'],
	'Only repository.ts speaks SQL: put the query in the feature’s repository.ts.'
);
const REPOSITORY = no(
	['**/repository', '**/repository.js'],
	'Routes call one service: put the use case in the feature’s service.ts.'
);
const SERVICES = no(
	['$lib/server/*/service', '$lib/server/*/*-service', '../*/service', '../*/*-service'],
	'A service never uses another service: share a pure function in domain/ or a query in a repository.ts.'
);
const HTTP = no(
	['@sveltejs/kit', '$app/*'],
	'Only routes and hooks speak HTTP: answer a value such as { ok: false, problem } and let the route translate it.'
);
const SHELL = no(
	['$lib/server/*', '$lib/ui/*', '$lib/paraglide/*', '$app/*', '$env/*', '@sveltejs/*', 'svelte', 'node:*'],
	'The domain is pure: take what you need (now, beacon, rule set) as an argument.'
);
const LIBRARIES = no(
	['zod', 'kysely', 'pino', 'lucia', 'pg', 'better-sqlite3', '@node-rs/*'],
	'The domain imports the domain and @noble/hashes only.'
);
const SERVER = no(['$lib/server/*'], 'Components are shown in the browser: get the data from a load function.');

const GLOBALS = [
	{
		selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
		message: 'The domain has no clock: take `now` as an argument.'
	},
	{
		selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
		message: 'The domain has no clock: take `now` as an argument.'
	},
	{
		selector: 'MemberExpression[object.name="Math"][property.name="random"]',
		message: 'The domain has no randomness: take a beacon or a seed as an argument.'
	},
	{
		selector: 'MemberExpression[object.name="process"]',
		message: 'The domain has no environment: take the setting as an argument.'
	}
];
const CLOCK = GLOBALS.slice(0, 2).map((rule) => ({
	...rule,
	message: 'server/clock.ts is the only clock: call now() at the edge and pass it in.'
}));

const SQL = [
	{
		selector: 'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)$/]',
		message: 'Only repository.ts writes SQL: put the query there.'
	},
	{
		selector: 'TaggedTemplateExpression[tag.name="sql"]',
		message: 'Only repository.ts writes SQL: put the query there.'
	}
];

/**
 * @param {...{ group: string[], message: string }} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

/** @type {import("eslint").Linter.Config[]} */
export const boundaries = [
	{
		files: ['src/lib/domain/**/*.ts'],
		rules: { ...restrict(SHELL, LIBRARIES), 'no-restricted-syntax': ['error', ...GLOBALS] }
	},
	{
		files: ['src/lib/server/**/*.ts'],
		ignores: [
			'src/lib/server/clock.ts',
			'src/lib/server/ids.ts',
			'src/lib/server/platform/db/*.ts',
			'**/repository.ts',
			'**/*-repository.ts'
		],
		rules: { 'no-restricted-syntax': ['error', ...CLOCK, ...SQL] }
	},
	{
		files: ['src/lib/server/**/*.worker.ts'],
		rules: {
			...restrict(
				no(
					['$lib/ui/*', '$lib/paraglide/*', '$app/*', 'node:*'],
					'A job in a thread imports the domain only: give it what it needs as its input.'
				),
				LIBRARIES
			),
			'no-restricted-syntax': ['error', ...GLOBALS]
		}
	},
	{ files: ['src/lib/server/*/*/service.ts', 'src/lib/server/*/*/*-service.ts'], rules: restrict(SERVICES, HTTP) },
	{
		files: ['src/lib/server/*/*/repository.ts', 'src/lib/server/*/*/*-repository.ts'],
		rules: restrict(SERVICES, HTTP)
	},
	{
		files: ['src/routes/**/*.ts', 'src/routes/**/*.svelte'],
		rules: { ...restrict(KYSELY, REPOSITORY), 'no-restricted-syntax': ['error', ...CLOCK, ...SQL] }
	},
	{
		files: ['src/lib/ui/**/*.svelte', 'src/lib/ui/**/*.ts', 'src/routes/**/*.svelte'],
		rules: restrict(SERVER, KYSELY)
	},
	{
		files: ['migrations/*.ts'],
		rules: restrict(
			no(['$lib/*', '../*'], 'A migration is frozen once landed: it imports kysely and nothing that may change.')
		)
	}
];
