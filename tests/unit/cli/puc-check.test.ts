import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../support/call-command';

const examples = join(import.meta.dirname, '../../support/data/puc');
const example = (name: string) => join(examples, name);
const names = readdirSync(examples)
	.filter((name) => name.endsWith('.expected.json'))
	.map((name) => name.replace('.expected.json', ''));

type Expected = { args: string[]; exit: number; stdout: unknown; stderr?: string };

describe('the examples of the specification', () => {
	it('are six', () => expect(names).toHaveLength(6));

	it.each(names)('%s', async (name) => {
		const { args, exit, stdout, stderr } = JSON.parse(
			readFileSync(example(`${name}.expected.json`), 'utf8')
		) as Expected;
		const inPlace = args.map((arg) => (existsSync(example(arg)) ? example(arg) : arg));
		const { code, out, err } = await call('puc', 'check', example(`${name}.txt`), ...inPlace);
		expect({ code, err }).toEqual({ code: exit, err: stderr ? `${stderr}\n` : '' });
		expect(out === '' ? '' : JSON.parse(out)).toEqual(stdout);
	});
});

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'puc-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

/** A file of zeros, which takes no room on the disk. */
function ofSize(bytes: number): string {
	const path = write('large.txt', '');
	truncateSync(path, bytes);
	return path;
}

const hub = example('hub.txt');

describe('called wrongly', () => {
	it.each<[string, string[]]>([
		['no word', []],
		['another word', ['chek', hub]],
		['no file', ['check']],
		['no file, but options', ['check', '--on', '2020-12-31']],
		['two files', ['check', hub, hub]],
		['an unknown option', ['check', hub, '--quiet']],
		['an unknown short option', ['check', hub, '-q']],
		['no day', ['check', hub, '--on']],
		['no codes', ['check', hub, '--codes']],
		['an option for a day', ['check', hub, '--on', '--codes', 'x']],
		['a day that is none', ['check', hub, '--on', '2021-02-29']],
		['a day of the file', ['check', hub, '--on', '31/12/2020']],
		['a day with an hour', ['check', hub, '--on', '2020-12-31T00:00:00Z']],
		['an empty day', ['check', hub, '--on', '']],
		['write without a file', ['write']],
		['write with two', ['write', 'a', 'b']],
		['write with an option', ['write', '--on']],
		['two days', ['check', hub, '--on', '2020-12-31', '--on', '2020-12-31']]
	])('%s', async (_, args) => {
		const { code, out, err } = await call('puc', ...args);
		expect({ code, out }).toEqual({ code: 64, out: '' });
		expect(err).toMatch(
			/^Usage: node build\/cli\.js puc check FILE \[--on YYYY-MM-DD\] \[--codes CODES\] \| write FILE\n/
		);
	});
});

describe('exit codes', () => {
	it('options may stand before the file', async () => {
		const { code } = await call('puc', 'check', '--codes', example('codes.json'), '--on', '2020-12-31', hub);
		expect(code).toBe(0);
	});

	it('without a day it is today in Italy', async () => {
		const { code, out } = await call('puc', 'check', hub);
		expect(code).toBe(0);
		const { on } = JSON.parse(out) as { on: string };
		const days = [-1, 0].map((ago) =>
			new Date(Date.now() + ago * 60_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' })
		);
		expect(days).toContain(on);
	});

	const unreadable = async (...args: string[]) => {
		const { code, out, err } = await call('puc', 'check', ...args);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/^puc: [a-z-]+: .+\.\n$/);
		return err.split(': ')[1];
	};

	it('a file that is not there, or is a folder, is missing', async () => {
		expect(await unreadable(join(folder, 'none.txt'))).toBe('missing');
		expect(await unreadable(folder)).toBe('missing');
		expect(await unreadable('a\0b')).toBe('missing');
	});

	it('tables of codes come after the file, and before all else about it', async () => {
		const empty = write('empty.txt', '');
		const wrong = write('codes.json', '{"format":"puc-codes/2"}');
		expect(await unreadable(join(folder, 'none.txt'), '--codes', wrong)).toBe('missing');
		expect(await unreadable(empty, '--codes', wrong)).toBe('codes');
		expect(await unreadable(empty, '--codes', join(folder, 'none.json'))).toBe('codes');
		expect(await unreadable(ofSize(2 ** 29 + 1), '--codes', wrong)).toBe('codes');
		expect(await unreadable(empty)).toBe('empty');
	});

	it('a file of more than 512 MiB is too large', async () => {
		expect(await unreadable(ofSize(2 ** 29 + 1))).toBe('too-large');
	});
});
