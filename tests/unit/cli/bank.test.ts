import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '../../support/call-command';

const folder = join(import.meta.dirname, '../../fixtures/bank');
const examples = readdirSync(folder).filter((name) => !name.endsWith('.json'));

interface Expected {
	readonly exit: number;
	readonly stdout: unknown;
	readonly stderr?: string;
}

describe('the published examples', () => {
	it('are six', () => expect(examples).toHaveLength(6));

	it.each(examples)('%s', async (name) => {
		const file = join(folder, name);
		const expected = JSON.parse(readFileSync(file.replace(/\.\w+$/, '.expected.json'), 'utf8')) as Expected;
		const { code, out, err } = await call('bank', 'check', file);
		expect({ exit: code, stdout: out === '' ? '' : JSON.parse(out), stderr: err.trimEnd() }).toEqual({
			stderr: '',
			...expected
		});
	});
});

describe('called wrongly', () => {
	it.each([
		[[]],
		[['check']],
		[['check', 'a', 'b']],
		[['check', '--strict']],
		[['check', '--strict', 'a']],
		[['look', 'a']]
	])('%j', async (args) => {
		expect(await call('bank', ...args)).toEqual({
			code: 64,
			out: '',
			err: 'Usage: node build/cli.js bank check FILE\n'
		});
	});
});
