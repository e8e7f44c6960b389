import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';

/** Both as a person would call them: vitest's own settings would build for development. */
const env = { PATH: process.env['PATH'] };
let told: Record<string, unknown> = {};

beforeAll(() => {
	const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'tests/support/workers/vite.config.ts'];
	execFileSync(process.execPath, [...vite, '--logLevel', 'error'], { env });
	told = JSON.parse(execFileSync(process.execPath, ['.cache/threads/threads.js'], { env, encoding: 'utf8' }));
}, 120_000);

test('a built job answers, having said how far it was, and sees nothing of the environment', () => {
	expect(told['progress']).toEqual(['1/3', '2/3', '3/3']);
	expect(told['answer']).toEqual({ counted: 3, secrets: 0 });
});

test('its error is the error of whoever asked', () => {
	expect(told['failure']).toBe('RangeError: no such dwelling');
	expect(told['unclonable']).toMatch(/^DataCloneError/);
});

test('a job that never gives way is ended by its signal', () => {
	expect(told['cancel']).toBe('Error: not needed any more');
});

test('more jobs than threads take turns, and each gets its own answer', () => {
	expect(told['counted']).toEqual([0, 1, 2, 3, 4, 5]);
});

test('at the stop, what runs and what waits ends, and nothing begins', () => {
	expect(told['atStop']).toEqual(['Error: The server is stopping.']);
	expect(told['after']).toBe('Error: The server is stopping.');
});

test('two processes that print 600 letters at once make the same files, byte by byte', async () => {
	const settings = { ...env, CHIAVI_DEMO: '1', TZ: 'UTC' };
	const print = () => promisify(execFile)(process.execPath, ['.cache/threads/print-letters.js'], { env: settings });
	const [one, other] = (await Promise.all([print(), print()])).map(({ stdout }) => JSON.parse(stdout) as string[]);
	expect(new Set(one).size).toBe(6);
	expect(other).toEqual(one);
}, 120_000);
