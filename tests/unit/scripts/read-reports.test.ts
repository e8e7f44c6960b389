import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPlaywright, readVitest } from '../../../scripts/read-reports.js';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'chiavi-reports-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: object): string {
	const file = join(folder, 'report.json');
	writeFileSync(file, JSON.stringify(report));
	return file;
}

const counts = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2 };
const passedFile = { name: 'a.test.ts', status: 'passed', assertionResults: [{ fullName: 'holds', status: 'passed' }] };

it('counts what passed and what was left out', () => {
	const report = readVitest(written({ success: true, ...counts, testResults: [passedFile] }));
	expect(report).toEqual({ passed: 7, failed: 0, skipped: 3, names: [] });
});

it('names each test that failed', () => {
	const assertionResults = [
		{ fullName: 'holds', status: 'passed' },
		{ fullName: 'breaks', status: 'failed' }
	];
	const testResults = [passedFile, { name: 'b.test.ts', status: 'failed', assertionResults }];
	const report = readVitest(written({ success: false, ...counts, numFailedTests: 1, testResults }));
	expect(report).toMatchObject({ failed: 1, names: ['b.test.ts: breaks'] });
});

it('counts a file that does not load as a failure, and names it', () => {
	const testResults = [{ name: 'c.test.ts', status: 'failed', assertionResults: [] }];
	const report = readVitest(written({ success: false, ...counts, testResults }));
	expect(report).toMatchObject({ failed: 1, names: ['c.test.ts: does not load'] });
});

it('counts an error outside of every test as a failure', () => {
	expect(readVitest(written({ success: false, ...counts, testResults: [passedFile] })).failed).toBe(1);
});

it('names what failed in a browser, however deep its group', () => {
	const spec = (title: string, ok: boolean) => ({ file: 'staff/a.spec.ts', title, ok });
	const inner = { specs: [spec('deep', false)] };
	const suites = [{ specs: [spec('fine', true), spec('broken', false)], suites: [inner] }];
	const stats = { expected: 3, flaky: 1, unexpected: 2, skipped: 5 };
	const report = readPlaywright(written({ stats, errors: [{}], suites }));
	expect(report).toEqual({
		passed: 4,
		failed: 3,
		skipped: 5,
		names: ['staff/a.spec.ts: broken', 'staff/a.spec.ts: deep']
	});
});
