import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');

/** The rows of the requirements, cell by cell: number, words, met by, test. */
const rows = text
	.split('\n')
	.filter((line) => /^\| \d+\.\d+\.\d+ /.test(line))
	.map((line) =>
		line
			.split('|')
			.map((cell) => cell.trim())
			.slice(1, -1)
	);

const testsIn = (cell: string) =>
	[...cell.matchAll(/`(tests\/[^`]+\.(?:test|spec)\.ts)`(?:: “([^”]+)”)?/g)].map(([, path, title]) => ({
		path: path!,
		title
	}));

/** The titles of the tests in a file, and the words that complete them in a list of cases. */
const titlesIn = (path: string) =>
	[
		...readFileSync(path, 'utf8').matchAll(
			/(?:\b(?:\w*[tT]est|it|describe)\b[\w.]*|\)|what:)\s*\(?\s*(['"`])(.+?)\1(?=[,\s])/g
		)
	].map(([, , title]) => title!);

const sources = readdirSync('.', { recursive: false, encoding: 'utf8' }).concat(
	['src', 'scripts', 'docs', 'tests'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`)
	)
);
/** Whether a file or a folder ends in these names. */
const isThere = (name: string) =>
	sources.some((path) => path === name.replace(/\/$/, '') || path.endsWith(`/${name.replace(/\/$/, '')}`));

test('every row has a number, words, what meets it, and a test or none', () => {
	for (const row of rows) {
		expect(row).toHaveLength(4);
		expect(row.every((cell) => cell !== '')).toBe(true);
		expect(row[3] === 'no test' || testsIn(row[3]!).length > 0).toBe(true);
	}
});

test('every test that is named exists, the promises included', () => {
	const named = [...text.matchAll(/`(tests\/[^`]+)`/g)].map(([, path]) => path!);
	expect(named.length).toBeGreaterThan(120);
	expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test('every requirement with a test names its title, which stands in that file', () => {
	const cited = rows.flatMap((row) => testsIn(row[3]!).map(({ path, title }) => ({ row: row[0], path, title })));
	expect(cited.length).toBeGreaterThan(150);
	const missing = cited.filter(({ path, title }) => !title || !titlesIn(path).some((one) => one.includes(title)));
	expect(missing).toEqual([]);
});

test('every file that meets a requirement exists', () => {
	const named = rows.flatMap(
		([, , met]) => met!.match(/(?:[\w-]+\/)*[\w.-]+\.(?:ts|js|md)\b|(?:[\w-]+\/)+(?=[,\s]|$)/g) ?? []
	);
	expect(named.length).toBeGreaterThan(80);
	expect([...new Set(named)].filter((name) => name !== 'build/' && !isThere(name))).toEqual([]);
});

test('at least 120 rows have a test', () => {
	expect(rows.filter((row) => testsIn(row[3]!).length > 0).length).toBeGreaterThanOrEqual(120);
});
