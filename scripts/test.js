import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.js';
import { readPlaywright, readVitest } from './read-reports.js';
import { build, install, requireNode, root } from './setup.js';

// `npm test`: installs what is missing and runs every check, one after the other. The last line counts all suites.

/** @typedef {import('./read-reports.js').Report} Report */

const results = join(root, 'test-results');
const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

const total = { passed: 0, failed: 0, skipped: 0 };
/** The names of what failed, printed again before the count. @type {string[]} */
const failures = [];

/** @param {string[]} names @param {number} count */
function fail(names, count = 1) {
	total.failed += count;
	failures.push(...names);
}

/** Does one thing and says how long it took. @param {string} title @param {() => Promise<unknown>} work @returns {Promise<boolean>} */
async function step(title, work) {
	process.stdout.write(`\n== ${title}\n`);
	const began = performance.now();
	let problem = '';
	try {
		await work();
	} catch (error) {
		problem = error instanceof Error ? error.message : String(error);
	}
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	process.stdout.write(`== ${title}: ${problem ? `FAILED, ${problem}` : 'ok'}, ${seconds} s\n`);
	return !problem;
}

/** @param {string[]} command @returns {Promise<void>} */
function run([program = '', ...args]) {
	return new Promise((resolve, reject) => {
		const env = { ...process.env, NO_COLOR: '1' };
		const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
		child.on('error', reject);
		child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`exit code ${code}`))));
	});
}

/** Something that the checks need. It counts only when it fails. @param {string} title @param {() => Promise<unknown>} work */
async function prepare(title, work) {
	const ok = await step(title, work);
	if (!ok) fail([title]);
	return ok;
}

/** A check that passes or fails as a whole. @param {string} title @param {string[]} command */
async function check(title, command) {
	if (await step(title, () => run(command))) total.passed += 1;
	else fail([title]);
}

/** A suite that counts its own tests in a report. @param {string} title @param {string[]} command @param {() => Report} read */
async function suite(title, command, read) {
	const ok = await step(title, () => run(command));
	const { passed, failed, skipped, names } = reportOr(read);
	total.passed += passed;
	total.skipped += skipped;
	// A suite that ends badly without naming a failure has crashed: that is one failure.
	const bad = Math.max(failed, ok && passed > 0 ? 0 : 1);
	if (bad > 0) fail([title, ...names], bad);
}

/** A suite that wrote no report has failed. @param {() => Report} read */
function reportOr(read) {
	try {
		return read();
	} catch {
		return { passed: 0, failed: 1, skipped: 0, names: [] };
	}
}

async function everything() {
	if (!(await prepare('libraries', install))) return;
	if (!(await prepare('generated files', () => run(['npm', 'run', '--silent', 'sync'])))) return;
	await check('format', [bin('oxfmt'), '--check']);
	await check('lint', [bin('eslint'), '.', '--max-warnings', '0']);
	await check('types', [bin('svelte-check'), '--tsgo', '--tsconfig', './tsconfig.json', '--fail-on-warnings']);
	await check('unused code', [bin('knip')]);
	await suite(
		'unit and integration',
		[bin('vitest'), 'run', '--reporter=dot', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
		() => readVitest(join(results, 'vitest.json'))
	);
	const browser = await prepare('browser', async () => {
		process.env['CHROMIUM_PATH'] = await ensureChromium();
	});
	if (!(await prepare('build', build)) || !browser) return;
	await suite('end to end', [bin('playwright'), 'test'], () => readPlaywright(join(results, 'e2e.json')));
}

requireNode();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await everything();

if (failures.length > 0) process.stdout.write(`\nFailed:\n${failures.map((name) => `- ${name}\n`).join('')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exit(total.failed > 0 ? 1 : 0);
