import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.js';
import { readPlaywright, readVitest } from './read-reports.js';
import { build, install, requireNode, root } from './setup.js';

// Everything that must hold, in one command; the last line is the real count of all suites.

requireNode();
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };

/** What failed, named once more before the count: of a long output the end is read first. @type {string[]} */
const failures = [];

/** @param {string[]} names @param {number} count */
function fail(names, count = 1) {
	total.failed += count;
	failures.push(...names);
}

/**
 * What it says is told when it ends, so that checks that run side by side are read one after the other.
 * @param {string} title @param {string[]} command @returns {Promise<boolean>}
 */
function run(title, [program = '', ...args]) {
	const began = performance.now();
	process.stdout.write(`${title}…\n`);
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NO_COLOR: '1' }
		});
		/** @type {Buffer[]} */
		const said = [];
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
		child.on('error', (error) => {
			process.stdout.write(`${title}: ${error.message}\n`);
			resolve(false);
		});
		child.on('close', (code) => {
			const seconds = ((performance.now() - began) / 1000).toFixed(1);
			process.stdout.write(`\n== ${title}: ${code === 0 ? 'ok' : 'FAILED'}, ${seconds} s\n`);
			if (code !== 0 || title === 'end to end') process.stdout.write(Buffer.concat(said));
			resolve(code === 0);
		});
	});
}

/** A check that either holds or does not. @param {string} title @param {string[]} command */
async function check(title, command) {
	if (await run(title, command)) total.passed += 1;
	else fail([title]);
}

/** A suite that counts its own tests in a report. @param {string} title @param {string[]} command @param {() => import('./read-reports.js').Report} read */
async function suite(title, command, read) {
	const ok = await run(title, command);
	const { passed, failed, skipped, names } = reportOr(read);
	total.passed += passed;
	total.skipped += skipped;
	// A suite that ended badly without naming a failure (a crash) is one.
	const bad = Math.max(failed, ok && passed > 0 ? 0 : 1);
	if (bad > 0) fail([title, ...names], bad);
}

/** A suite that wrote no report is a failure. @param {() => import('./read-reports.js').Report} read */
function reportOr(read) {
	try {
		return read();
	} catch {
		return { passed: 0, failed: 1, skipped: 0, names: [] };
	}
}

/**
 * What is prepared while other things run. It never throws: what needs it is not tried, and the failure is counted.
 * @template Thing @param {string} title @param {Promise<Thing>} work @returns {Promise<{ thing: Thing } | undefined>}
 */
async function prepared(title, work) {
	try {
		return { thing: await work };
	} catch (error) {
		process.stdout.write(`\n== ${title}: FAILED, ${error instanceof Error ? error.message : error}\n`);
		fail([title]);
		return undefined;
	}
}

// What takes long to fetch or to compile is awaited where it is first needed.
const compiled = prepared('compiled libraries', install());
const browser = prepared('browser', ensureChromium());

const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

const unitAndIntegration = () =>
	suite(
		'unit and integration',
		[bin('vitest'), 'run', '--reporter=dot', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
		() => readVitest(join(results, 'vitest.json'))
	);

/** @param {string} chromium the browser's program */
function endToEnd(chromium) {
	process.env['CHROMIUM_PATH'] = chromium;
	return suite('end to end', [bin('playwright'), 'test'], () => readPlaywright(join(results, 'e2e.json')));
}

// Formatting reads no generated file; then each side has about as much to do.
await Promise.all([run('generate', ['npm', 'run', '--silent', 'sync']), check('format', [bin('oxfmt'), '--check'])]);
process.env['CHIAVI_MESSAGES'] = 'compiled';
const linted = check('lint', [bin('eslint'), '.', '--max-warnings', '0']);
await check('types', [bin('svelte-check'), '--tsgo', '--tsconfig', './tsconfig.json', '--fail-on-warnings']);
await check('unused code', [bin('knip')]);
// The tests begin on one core while lint ends on the other.
if (await compiled) await unitAndIntegration();
await linted;
if (await compiled) {
	const built = await prepared('build', build());
	const found = await browser;
	if (built && found) await endToEnd(found.thing);
}

if (failures.length > 0) process.stdout.write(`\nFailed:\n${failures.map((name) => `- ${name}\n`).join('')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exit(total.failed > 0 ? 1 : 0);
