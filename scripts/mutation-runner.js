import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { createServer, createServerModuleRunner } from 'vite';

// Runs the tests of the engine for Stryker in its own process: they are read once, and mutants are switched on and off
// around them. vitest starts a thread and reads everything anew for each of thousands of mutants.

/** @typedef {import('./in-process-vitest.js').Test} Test */
/** @typedef {import('@stryker-mutator/api/test-runner').MutantRunOptions} MutantRunOptions */
/** @typedef {import('@stryker-mutator/api/test-runner').DryRunResult} DryRunResult */
/** @typedef {{ name: string, id: string, status: number, failureMessage: string, timeSpentMs: number, hangs: boolean }} Ran */

const FOLDERS = ['tests/unit/domain/allocation', 'tests/unit/domain/allocation/reading', 'tests/unit/domain/ranking'];
/** The share of its rounds on which each property is tried, see `runs`. */
const SHARE = '0.2';
/** A test hangs once it has taken three times what it takes without a mutant, and so many milliseconds more. */
const PATIENCE = 1_000;
/** Stryker stops a loop after a hundred times what all tests do without a mutant; five times are enough. */
const FEWER_HITS = 20;

/** So much of the processor is spent on a mutant, likely tests first; one that none has noticed by then counts as unnoticed. */
const MOST = 1_200;
/** They take long, and notice next to nothing that the others do not. */
const LEFT_OUT = ['long-texts.test.ts', 'stable-outcomes.test.ts', 'truthfulness.test.ts'];

const shim = fileURLToPath(new URL('./in-process-vitest.js', import.meta.url));
const call = new Script('globalThis.runTest()');
/** @type {any} */
const world = globalThis;
/** What the instrumented code reads and writes. */
const instrumented = (world.__stryker__ ??= {});

/** Milliseconds of the processor: on a busy machine a clock would call slow tests hanging. */
const processor = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000;

class MutationRunner {
	static inject = /** @type {const} */ ([]);
	/** @type {readonly Test[]} */
	tests = [];
	/** Whether the code in memory was read with a mutant switched on, or not yet. */
	stale = true;
	/** Per test: what it costs without a mutant, in milliseconds of the processor. @type {Map<string, number>} */
	costs = new Map();
	/** Per test: the mutants it noticed. @type {Map<string, number>} */
	kills = new Map();

	capabilities() {
		return { reloadEnvironment: true };
	}

	async init() {
		process.env['PROOF_SHARE'] ??= SHARE;
		console.info = () => {};
		this.server = await createServer({
			configFile: false,
			logLevel: 'error',
			resolve: { alias: { $lib: resolve('src/lib'), vitest: shim } },
			server: { middlewareMode: true, hmr: false, ws: false, watch: null },
			appType: 'custom'
		});
		this.modules = createServerModuleRunner(this.server.environments.ssr, { hmr: false });
	}

	async read() {
		const { modules } = this;
		if (!modules) throw new Error('init comes first');
		modules.clearCache();
		const read = (/** @type {string} */ file) => modules.import(resolve(file));
		await read('tests/support/first-failure.ts');
		const { collect } = await read(shim);
		const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
		const taken = files.filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.includes(basename(file)));
		this.tests = await collect(taken.toSorted(), read);
	}

	/** Every test once, without a mutant. @returns {Promise<DryRunResult>} */
	async dryRun() {
		await this.readWithout();
		const tests = [];
		for (const test of this.tests) {
			instrumented.currentTestId = test.id;
			const start = processor();
			tests.push(await run(test, Infinity));
			this.costs.set(test.id, processor() - start);
		}
		instrumented.currentTestId = undefined;
		return /** @type {any} */ ({ status: 'complete', tests, mutantCoverage: instrumented.mutantCoverage });
	}

	/** @param {MutantRunOptions} options */
	async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
		if (this.costs.size === 0) await this.dryRun();
		instrumented.hitLimit = hitLimit && Math.ceil(hitLimit / FEWER_HITS);
		instrumented.hitCount = 0;
		if (mutantActivation === 'runtime') await this.readWithout();
		instrumented.activeMutant = activeMutant.id;
		try {
			if (mutantActivation === 'static') await this.readWith();
			return toMutantRunResult(await this.runUntilNoticed(testFilter, basename(activeMutant.fileName, '.ts')));
		} catch (error) {
			return /** @type {any} */ ({
				status: 'killed',
				killedBy: [],
				failureMessage: `not read: ${error}`,
				nrOfTests: 0
			});
		} finally {
			instrumented.activeMutant = undefined;
		}
	}

	async readWithout() {
		if (this.stale) await this.read();
		this.stale = false;
	}

	async readWith() {
		this.stale = true;
		await this.read();
	}

	/**
	 * @param {readonly string[] | undefined} ids the tests that reach the mutant
	 * @param {string} subject the changed file; its own tests come first, then those that notice most for what they cost
	 * @returns {Promise<DryRunResult>}
	 */
	async runUntilNoticed(ids, subject) {
		const { kills, costs } = this;
		const worth = (/** @type {Test} */ { id, file }) => {
			const likely = 1 + (kills.get(id) ?? 0) + (basename(file) === `${subject}.test.ts` ? 8 : 0);
			return likely / (2 + (costs.get(id) ?? 0));
		};
		const chosen = this.tests.filter(({ id }) => !ids || ids.includes(id)).toSorted((a, b) => worth(b) - worth(a));
		const tests = [];
		const start = processor();
		for (const test of chosen) {
			if (processor() - start > MOST) break;
			const ran = await run(test, 3 * (costs.get(test.id) ?? 0) + PATIENCE);
			tests.push(ran);
			if (ran.hangs) return /** @type {any} */ ({ status: 'timeout' });
			if (ran.status === 0) continue;
			kills.set(test.id, (kills.get(test.id) ?? 0) + 1);
			break;
		}
		const stopped = determineHitLimitReached(instrumented.hitCount, instrumented.hitLimit);
		return stopped ?? /** @type {any} */ ({ status: 'complete', tests });
	}

	async dispose() {
		await this.modules?.close();
		await this.server?.close();
	}
}

/**
 * @param {Test} test
 * @param {number} most milliseconds of the processor after which it hangs
 * @returns {Promise<Ran>}
 */
async function run({ id, name, run: body }, most) {
	const start = performance.now();
	const before = processor();
	const ran = (/** @type {number} */ status, failureMessage = '', hangs = false) => {
		return { id, name, status, failureMessage, hangs, timeSpentMs: performance.now() - start };
	};
	// A loop that never ends is broken off by the clock, and tried for longer if it had little of the processor.
	for (let timeout = Math.ceil(Math.min(most, 2 ** 30)); ; timeout *= 2) {
		try {
			Object.assign(globalThis, { runTest: body });
			await call.runInThisContext({ timeout });
			return ran(0);
		} catch (error) {
			const { code, message } = /** @type {{ code?: string, message?: string }} */ (error);
			if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') return ran(1, String(message).slice(0, 300));
			if (processor() - before > most) return ran(1, 'hangs', true);
		}
	}
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', MutationRunner)];
