import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leaveFile } from '../../../src/cli/leave-file';

let folder = '';
const file = () => join(folder, 'puc.txt');
const bytes = new TextEncoder().encode('HH#0#x#PUC#\r\n');
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'leave-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('leaves the whole file, over an earlier one too, and nothing beside it', () => {
	expect(leaveFile(file(), bytes)).toBe(true);
	writeFileSync(file(), 'earlier and longer than the new one');
	expect(leaveFile(file(), bytes)).toBe(true);
	expect(readFileSync(file(), 'utf8')).toBe('HH#0#x#PUC#\r\n');
	expect(readdirSync(folder)).toEqual(['puc.txt']);
});

it('leaves nothing when there is nothing to leave', () => {
	writeFileSync(file(), 'earlier');
	expect(leaveFile(file(), null)).toBe(true);
	expect(leaveFile(file(), null)).toBe(true);
	expect(readdirSync(folder)).toEqual([]);
});

it('says so where it cannot, and replaces no folder and no device', () => {
	mkdirSync(file());
	expect(leaveFile(file(), bytes)).toBe(false);
	expect(leaveFile(file(), null)).toBe(false);
	expect(leaveFile('/dev/null', null)).toBe(false);
	expect(leaveFile(join(folder, 'none', 'puc.txt'), bytes)).toBe(false);
	expect(readdirSync(folder)).toEqual(['puc.txt']);
});
