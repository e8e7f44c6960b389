import { imports } from './imports.js';

// The rules of docs/architecture.md that ESLint checks. layout.js says which folder may import which; here is who may use
// the clock and write SQL.

const CLOCKS = 'CallExpression[callee.object.name="Date"][callee.property.name="now"]';
const NEW_DATE = 'NewExpression[callee.name="Date"][arguments.length=0]';

/** @param {string} message */
const noClock = (message) => [CLOCKS, NEW_DATE].map((selector) => ({ selector, message }));

const IMPURE = [
	...noClock('The domain has no clock: take `now` as an argument.'),
	{
		selector: 'MemberExpression[object.name="Math"][property.name="random"]',
		message: 'The domain has no randomness: take a beacon or a seed as an argument.'
	},
	{
		selector: 'MemberExpression[object.name="process"]',
		message: 'The domain has no environment: take the setting as an argument.'
	}
];

const CLOCK = noClock('server/clock.ts is the only clock: call now() at the edge and pass it in.');

const SQL = [
	'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)$/]',
	'TaggedTemplateExpression[tag.name="sql"]'
].map((selector) => ({ selector, message: 'Only repository.ts writes SQL: put the query there.' }));

/** @type {import("eslint").Linter.Config[]} */
export const boundaries = [
	{ files: ['src/**/*.{ts,svelte}', 'migrations/*.ts'], plugins: { imports }, rules: { 'imports/inward': 'error' } },
	{
		files: ['src/lib/domain/**/*.ts', 'src/lib/server/**/*.worker.ts'],
		rules: { 'no-restricted-syntax': ['error', ...IMPURE] }
	},
	{
		files: ['src/lib/server/**/*.ts'],
		ignores: [
			'src/lib/server/{clock,ids}.ts',
			'src/lib/server/platform/db/*.ts',
			'**/repository.ts',
			'**/*-repository.ts',
			'**/*.worker.ts'
		],
		rules: { 'no-restricted-syntax': ['error', ...CLOCK, ...SQL] }
	},
	{
		files: ['src/routes/**/*.{ts,svelte}', 'src/cli/*.ts'],
		rules: { 'no-restricted-syntax': ['error', ...CLOCK, ...SQL] }
	}
];
