import { execFileSync } from 'node:child_process';

/** Characters that a subject may have: more are cut off where commits are listed. */
const MOST = 72;

/** The last commit before the rule: what came earlier is as it is. */
export const LAST_FREE = 'eae836be76e6952657e3beb27cb04f75842d873f';

/**
 * The commits after `since` whose subject is too long, a sentence each. A shallow clone is checked as far as it goes.
 * @param {string} folder @param {string} since
 * @returns {{ checked: true, long: string[] } | { checked: false, why: string }}
 */
export function readLongSubjects(folder, since = LAST_FREE) {
	/** @param {string[]} args */
	const git = (...args) =>
		execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	try {
		const range = isKnown(git, since) ? [`${since}..HEAD`] : ['HEAD'];
		if (range[0] === 'HEAD' && git('rev-parse', '--is-shallow-repository').trim() !== 'true')
			return { checked: false, why: `This history does not have the commit ${since}, from which the rule holds.` };
		const commits = git('log', '--no-merges', '--format=%h %s', ...range)
			.split('\n')
			.filter(Boolean);
		return { checked: true, long: commits.flatMap(tooLong) };
	} catch (error) {
		return { checked: false, why: `git does not answer: ${error instanceof Error ? error.message : error}` };
	}
}

/** @param {(...args: string[]) => string} git @param {string} commit */
function isKnown(git, commit) {
	try {
		git('merge-base', '--is-ancestor', commit, 'HEAD');
		return true;
	} catch {
		return false;
	}
}

/** @param {string} line @returns {string[]} */
function tooLong(line) {
	const [, hash, subject = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
	const { length } = [...subject];
	return length > MOST ? [`Commit ${hash} has a subject of ${length} characters, ${MOST} at most: ${subject}`] : [];
}
