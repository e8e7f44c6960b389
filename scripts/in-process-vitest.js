import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import { expect, use } from 'chai';
import { format } from 'node:util';

// What the tests of the engine take from vitest, for mutation-runner.js: `describe`, `it` and `it.each` write down what
// there is to run, `expect` is vitest's own.

use(JestExtend);
use(JestChaiExpect);
use(JestAsymmetricMatchers);
export { expect };

/** @typedef {{ id: string, name: string, file: string, run: () => unknown }} Test */

/** @type {{ tests: Test[], file: string, groups: string[] }} */
const written = { tests: [], file: '', groups: [] };

/**
 * Imports test files and answers what they have written down.
 * @param {readonly string[]} files
 * @param {(file: string) => Promise<unknown>} load
 */
export async function collect(files, load) {
	written.tests = [];
	for (const file of files) {
		written.file = file;
		await load(file);
	}
	return written.tests;
}

/** @param {string} name @param {() => void} body */
export function describe(name, body) {
	written.groups.push(name);
	body();
	written.groups.pop();
}

/** @param {string} name @param {() => unknown} run */
export function it(name, run) {
	const { tests, file, groups } = written;
	const called = [...groups, name].join(' ');
	// Rows of a table may be called the same.
	tests.push({ id: `${file}#${called}#${tests.length}`, name: called, file, run });
}

/** @param {readonly unknown[]} rows */
it.each = (rows) => (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ run) => {
	const shown = name.match(/%[a-z]/g)?.length ?? 0;
	for (const row of rows) {
		const values = Array.isArray(row) ? row : [row];
		it(format(name, ...values.slice(0, shown)), () => run(...values));
	}
};
