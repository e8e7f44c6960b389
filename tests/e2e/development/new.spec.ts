import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../../support/portal';

const COPIED = ['src', 'migrations', 'scripts', 'lint', 'tests', 'project.inlang', 'static'];
const FILES = [
	'package.json',
	'package-lock.json',
	'knip.json',
	'tsconfig.json',
	'svelte.config.js',
	'vite.config.ts',
	'vite.cli.config.ts'
];
const SETTINGS = ['eslint.config.js', 'playwright.config.ts', '.oxfmtrc.json', '.gitignore', 'publiccode.yml'];

/** A copy of the sources, with the libraries of this clone. */
function copySources(): string {
	const copy = mkdtempSync(join(tmpdir(), 'chiavi-new-'));
	for (const name of [...COPIED, ...FILES, ...SETTINGS]) cpSync(name, join(copy, name), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
	return copy;
}

const buildJobs = `
	const { writeGenerated } = await import('./scripts/development.js');
	const { buildJobs } = await import('./scripts/build-jobs.js');
	writeGenerated();
	await (await buildJobs('.cache/dev')).close();
`;

test.setTimeout(1_200_000);

test('what npm run new writes passes format, lint, types, the search for unused code, and its own tests', async () => {
	const copy = copySources();
	const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
	const run = (program: string, ...args: string[]) =>
		promisify(execFile)(program, args, { cwd: copy, env, maxBuffer: 1 << 26 }).then(
			({ stdout }) => stdout,
			(error: { stdout: string; stderr: string }) => Promise.reject(new Error(`${error.stdout}${error.stderr}`))
		);
	const make = async (...words: string[]) => {
		const said = await run('npm', 'run', '--silent', 'new', '--', ...words);
		return said.split('\n\n')[0]!.split('\n');
	};
	try {
		const written = [
			...(await make('feature', 'letting/payments')),
			...(await make('table', 'letting/payments', 'payment-reminders')),
			...(await make('page', 'staff/payments')),
			...(await make('page', 'how-we-pay'))
		];
		// A fresh clone holds nothing that is generated, and `npm run dev` builds its jobs from it.
		await run('node', '--input-type=module', '--eval', buildJobs);
		expect(new Set(written.filter((file) => file.startsWith('migrations/'))).size).toBe(2);
		await run('npx', 'oxfmt', '--check', ...written);
		await run('npm', 'run', '--silent', 'sync');
		const code = written.filter((file) => /\.(ts|svelte)$/.test(file));
		await run('npx', 'eslint', '--max-warnings', '0', ...code);
		await run('npm', 'run', '--silent', 'check');
		await run('npx', 'knip');
		const tests = written.filter((file) => file.startsWith('tests/integration/'));
		await run('npx', 'vitest', 'run', '--project', 'unit', 'tests/unit/i18n', 'tests/unit/server/platform');
		await run('npx', 'vitest', 'run', '--project', 'sqlite', '--project', 'postgres', ...tests);
		await run('node', 'scripts/setup.js');
		const journeys = written.filter((file) => file.startsWith('tests/e2e/'));
		await run('npx', 'playwright', 'test', '--project=sqlite', '--workers=1', ...journeys);

		// Nothing is written twice, and nothing by half.
		await expect(make('feature', 'letting/payments')).rejects.toThrow(/exists already/);
		await expect(make('table', 'nowhere/payments')).rejects.toThrow(/one of the areas/);
		await expect(make('page', 'staff/payments')).rejects.toThrow(/exists already/);
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
});
