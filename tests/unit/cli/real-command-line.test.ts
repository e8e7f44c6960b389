import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { ftruncateSync, closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { refusedRounds } from '../../support/data/refused-rounds';
import { recompute, recomputeDepartures } from '$lib/domain/allocation/reference/recompute';
import { holdersOf, published, sortedHolders } from '../../support/published-instances';

// The program itself, built as it ships and started as a person would: exit codes, both outputs, files.

/** Inside the project, so that the built program finds its libraries. */
const root = join(import.meta.dirname, '../../..');
let folder = '';
beforeAll(async () => {
	folder = mkdtempSync(join(root, 'node_modules/.chiavi-cli-'));
	await build({ root, configFile: join(root, 'vite.cli.config.ts'), logLevel: 'error', build: { outDir: folder } });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

function call(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'cli.js'), ...args], {
		encoding: 'utf8'
	});
	return { code: status, out: stdout, err: stderr };
}

describe('the program', () => {
	it.each(published)('gives the published result of $id, and verifies it', ({ problem, expected }) => {
		const text = JSON.stringify(problem);
		const file = write('round.json', text);
		const { code, out, err } = call('allocate', file);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toBe(recompute(problem, createHash('sha256').update(text).digest('hex')));
		const { assignments } = JSON.parse(out) as RoundResult;
		expect(holdersOf(assignments)).toEqual(sortedHolders(expected));
		const result = write('result.json', out);
		expect(call('verify', file, result)).toEqual({ code: 0, out: 'same\n', err: '' });
		expect(call('verify', '--plainly', file, result)).toEqual({ code: 0, out: 'same\n', err: '' });
	});

	it('takes three departures in a row, each of which verifies, and refuses a changed byte', () => {
		const { problem } = published[2]!;
		const text = JSON.stringify(problem);
		const hash = createHash('sha256').update(text).digest('hex');
		const file = write('round.json', text);
		let result = write('result.json', call('allocate', file).out);
		const left: string[] = [];
		for (const { id } of problem.applications.slice(0, 3)) {
			left.push(id);
			const { code, out } = call('refuse', file, result, id);
			expect([code, out]).toEqual([0, recomputeDepartures(problem, hash, left)]);
			result = write('result.json', out);
			expect(call('verify', file, result).code).toBe(0);
			expect(call('verify', file, '--plainly', result)).toEqual({ code: 0, out: 'same\n', err: '' });
		}
		const changed = recomputeDepartures(problem, hash, left)!.replace('"wasted":0', '"wasted":1');
		const err = 'different: the round gives another result\n';
		expect(call('verify', file, write('result.json', changed))).toEqual({ code: 1, out: '', err });
		expect(call('verify', '--plainly', file, write('result.json', changed))).toEqual({ code: 1, out: '', err });
	});

	it('verifies without the engine: explanations too, and tells a result of another file', () => {
		const { problem } = published[2]!;
		const file = write('round.json', JSON.stringify(problem));
		const result = call('allocate', file, '--explain').out;
		expect(call('verify', '--plainly', file, write('result.json', result))).toMatchObject({ code: 0, out: 'same\n' });
		const [first, second] = (JSON.parse(result) as RoundResult).assignments;
		const swapped = result
			.replace(`"dwelling":"${first!.dwelling}"`, '"dwelling":"?"')
			.replace(`"dwelling":"${second!.dwelling}"`, `"dwelling":"${first!.dwelling}"`)
			.replace('"dwelling":"?"', `"dwelling":"${second!.dwelling}"`);
		expect(call('verify', '--plainly', file, write('result.json', swapped))).toMatchObject({ code: 1, out: '' });
		const spaced = write('spaced.json', JSON.stringify(problem, null, 1));
		expect(call('verify', '--plainly', spaced, write('result.json', result))).toMatchObject({ code: 1, out: '' });
	});

	it.each([
		['{"left":', 'different: the result is not JSON of the right shape'],
		['["left"]', 'different: the result is not JSON of the right shape'],
		['{"left":[1]}', 'different: the result is not JSON of the right shape'],
		['{"left":[]}', 'different: "left" names households that could not leave this round'],
		['{"left":["nobody"]}', 'different: "left" names households that could not leave this round'],
		['{}', 'different: the round gives another result']
	])('without the engine, the result %s is different, as with it', (result, reason) => {
		const file = write('round.json', JSON.stringify(published[0]!.problem));
		const path = write('result.json', result);
		const expected = { code: 1, out: '', err: `${reason}\n` };
		expect(call('verify', '--plainly', file, path)).toEqual(expected);
		expect(call('verify', file, path)).toEqual(expected);
	});

	it('without the engine, refuses a file that the format refuses, and wrong arguments', () => {
		const [, text] = refusedRounds[0]!;
		const result = write('result.json', '{}');
		const { code, out, err } = call('verify', '--plainly', write('refused.json', text), result);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/^file: refused by the plain version.*\n$/);
		expect(call('verify', '--plainly', join(folder, 'absent.json'), result)).toMatchObject({ code: 2, out: '' });
		expect(call('verify', '--plainly', '--plainly', result, result)).toMatchObject({ code: 2, out: '' });
		expect(call('verify', '--plainly', result)).toMatchObject({ code: 2, out: '' });
	});

	it.each(refusedRounds.filter((_, i) => i % 16 === 0))('refuses %s: exit 2, one line, no output', (_, text, place) => {
		const { code, out, err } = call('allocate', write('refused.json', text));
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err.slice(0, place.length + 2)).toBe(`${place}: `);
		expect(err.indexOf('\n')).toBe(err.length - 1);
	});

	it('refuses a file over 1 GiB', () => {
		const path = join(folder, 'huge.json');
		const file = openSync(path, 'w');
		ftruncateSync(file, 2 ** 30 + 1);
		closeSync(file);
		expect(call('allocate', path)).toEqual({ code: 2, out: '', err: 'file: larger than 1 GiB\n' });
	});

	it('checks a monitoring file, from a pipe too, with its four exit codes', () => {
		const puc = (name: string) => join(root, 'tests/support/data/puc', name);
		const report = call('puc', 'check', puc('payments-over.txt'), '--on', '2020-12-31');
		expect(report).toMatchObject({ code: 1, err: '' });
		const command = `cat '${puc('payments-over.txt')}' | '${process.execPath}' '${join(folder, 'cli.js')}' puc check /dev/stdin --on 2020-12-31`;
		expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' })).toMatchObject({ status: 1, stdout: report.out });
		const args = [join(folder, 'cli.js'), 'puc', 'check', puc('hub.txt'), '--on', '2020-12-31'];
		const withoutSettings = spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
		expect(withoutSettings).toMatchObject({ status: 0, stderr: '' });
		expect(call('puc', 'check', puc('truncated.txt'))).toMatchObject({ code: 2, out: '' });
		expect(call('puc', 'check')).toMatchObject({ code: 64, out: '' });
	});
});
