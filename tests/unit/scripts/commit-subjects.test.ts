import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLongSubjects } from '../../../scripts/commit-subjects.js';

it('the subjects of the last commits have 72 characters at most', ({ skip }) => {
	const read = readLongSubjects('.');
	if (!read.checked) return skip(`The subjects of commits cannot be checked here. ${read.why}`);
	expect(read.long).toEqual([]);
});

const hasGit = () => {
	try {
		return execFileSync('git', ['--version']).length > 0;
	} catch {
		return false;
	}
};

describe.runIf(hasGit())('the check', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'chiavi-commits-'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	const clean = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
	const run = (at: string, ...args: string[]) =>
		execFileSync('git', ['-C', at, ...args], { encoding: 'utf8', env: clean });

	/** A history of these subjects; answers the commit of the first. */
	function commit(...subjects: string[]): string {
		run(folder, 'init', '-q');
		const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
		for (const subject of subjects) run(folder, ...author, 'commit', '-q', '--allow-empty', '-m', subject);
		return run(folder, 'rev-list', '--max-parents=0', 'HEAD').trim();
	}
	const long = `feat: ${'à'.repeat(67)}`;
	const sentence = (at: string) =>
		`Commit ${run(at, 'rev-parse', '--short', 'HEAD').trim()} has a subject of 73 characters, 72 at most: ${long}`;

	it('names a subject that is too long, and leaves what is older than the rule', () => {
		const first = commit('x'.repeat(100), `feat: ${'è'.repeat(66)}`, long);
		expect(readLongSubjects(folder, first)).toEqual({ checked: true, long: [sentence(folder)] });
	});

	it('goes as far as a shallow clone goes', () => {
		const first = commit('x'.repeat(100), 'x'.repeat(100), long);
		const shallow = join(folder, 'shallow');
		run(folder, 'clone', '-q', '--depth', '1', `file://${folder}`, shallow);
		expect(readLongSubjects(shallow, first)).toEqual({ checked: true, long: [sentence(shallow)] });
	});

	it('says that it cannot check another history, or none', () => {
		const other = '0123456789012345678901234567890123456789';
		const none = readLongSubjects(folder, other);
		expect(none).toMatchObject({ checked: false, why: expect.stringContaining('git does not answer') as string });
		commit(long);
		const why = `This history does not have the commit ${other}, from which the rule holds.`;
		expect(readLongSubjects(folder, other)).toEqual({ checked: false, why });
	});
});

it('says that it cannot check where there is no git', () => {
	const path = process.env['PATH'];
	process.env['PATH'] = '';
	try {
		expect(readLongSubjects('.')).toMatchObject({ checked: false, why: expect.stringContaining('git') as string });
	} finally {
		process.env['PATH'] = path;
	}
});
