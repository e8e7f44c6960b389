import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, names: string[] }} Report `names` are those of failed tests */

/** @param {string} file @returns {any} */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Reads Vitest's JSON report. A file that does not load has no failed test, but is a failure.
 * @param {string} file @returns {Report}
 */
export function readVitest(file) {
	const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read(file);
	/** @type {{ name: string, status: string, assertionResults: { fullName: string, status: string }[] }[]} */
	const files = testResults;
	const names = files.flatMap(({ name, status, assertionResults }) => {
		const failed = assertionResults.filter((test) => test.status === 'failed');
		if (failed.length > 0) return failed.map(({ fullName }) => `${name}: ${fullName}`);
		return status === 'failed' ? [`${name}: does not load`] : [];
	});
	const failed = Math.max(numFailedTests, success ? 0 : 1);
	return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, names };
}

/** @typedef {{ file: string, title: string, ok: boolean }} Spec */
/** @typedef {{ specs: Spec[], suites?: Suite[] }} Suite */

/** @param {Suite[]} suites @returns {Spec[]} */
const specsOf = (suites) => suites.flatMap(({ specs, suites: inner = [] }) => [...specs, ...specsOf(inner)]);

/** Reads Playwright's JSON report. @param {string} file @returns {Report} */
export function readPlaywright(file) {
	const { stats, errors, suites } = read(file);
	const names = specsOf(suites)
		.filter(({ ok }) => !ok)
		.map((spec) => `${spec.file}: ${spec.title}`);
	const failed = stats.unexpected + errors.length;
	return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped, names };
}
