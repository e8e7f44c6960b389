import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leavesText, receiptsRoot, sortLeaves } from '$lib/domain/receipt/receipt-tree';
import { call } from '../../support/call-command';

const leaf = (name: string) => createHash('sha256').update(name).digest('hex');
const leaves = sortLeaves(['A', 'B', 'C'].map(leaf));
let folder = '';
let file = '';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'receipts-'));
	file = join(folder, 'receipts.txt');
	writeFileSync(file, leavesText(leaves));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('draw prints the key, the public number and the selection of RFC 3797', async () => {
	const key = '9319./2.5.8.10.12./9.18.26.34.41.45./';
	const { code, out } = await call('draw', '9319/2 5 12 8 10/9 18 26 34 41 45', '25', '10');
	expect(code).toBe(0);
	expect(out).toBe(`key ${key}\nbeacon ${leaf(key)}\nselected 17 7 2 16 25 23 8 24 19 13\n`);
});

test.each([[[]], [['1 2 3']], [['1 2 3 4 5', '25']], [['1 2 3 4 5', '3', '4']]])('draw refuses %j', async (args) => {
	expect((await call('draw', ...args)).code).toBe(2);
});

test.each([
	[[]],
	[['verify', 'x']],
	[['verify', `1:${'F'.repeat(64)}`]],
	[['verify', '01:' + 'f'.repeat(64)]],
	[['check']]
])('audit refuses %j before it opens a database', async (args) => {
	const { code, out, err } = await call('audit', ...args);
	expect([code, out]).toEqual([2, '']);
	expect(err).toContain('audit verify [NUMBER:HASH …]');
});

test('receipt proves who was in, and says who was not', async () => {
	const root = receiptsRoot(leaves);
	const found = await call('receipt', file, leaf('B').toUpperCase());
	expect(found.code).toBe(0);
	expect(found.out).toMatch(new RegExp(`^root ${root}\\nplace [123] of 3\\n([0-9a-f]{64}\\n){1,2}$`));
	const missing = await call('receipt', file, leaf('D'));
	expect(missing).toMatchObject({ code: 1, out: '' });
	expect(missing.err).toContain(root);
});

test('receipt refuses a file that is not the published list', async () => {
	const other = join(folder, 'other.txt');
	writeFileSync(other, [...leaves].reverse().join('\n'));
	expect((await call('receipt', other, leaf('A'))).code).toBe(2);
	expect((await call('receipt', join(folder, 'missing.txt'), leaf('A'))).code).toBe(2);
	expect((await call('receipt')).code).toBe(2);
});
