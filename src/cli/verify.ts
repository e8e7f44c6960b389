import type { Command } from './command';
import { answer } from './answer';
import { complain, DIFFERENT, DONE, openRoundAndResult, REFUSED } from './round-file';

const REASONS = {
	'unreadable-result': 'different: the result is not JSON of the right shape',
	'impossible-departures': 'different: "left" names households that could not leave this round',
	'different-bytes': 'different: the round gives another result'
} as const;

export const verify: Command = {
	name: 'verify',
	usage: 'FILE RESULT',
	help: 'Recomputes a result and compares it byte by byte: exit 0 same, 1 different.',
	async run(args) {
		const [path, resultPath] = args;
		if (path === undefined || resultPath === undefined || args.length > 2) {
			complain('Usage: node build/cli.js verify FILE RESULT');
			return REFUSED;
		}
		const opened = openRoundAndResult(path, resultPath);
		if (!opened) return REFUSED;
		if (opened.verification?.same) {
			await answer(['same\n']);
			return DONE;
		}
		if (opened.verification) complain(REASONS[opened.verification.problem]);
		return DIFFERENT;
	}
};
