import { verifyPlainly, type PlainVerification } from '$lib/domain/allocation/reference/recompute';
import type { Command } from './command';
import { answer } from './answer';
import { complain, DIFFERENT, DONE, openRoundAndResult, readWhole, REFUSED } from './round-file';

const REASONS = {
	'unreadable-result': 'different: the result is not JSON of the right shape',
	'impossible-departures': 'different: "left" names households that could not leave this round',
	'different-bytes': 'different: the round gives another result',
	'refused-round': 'file: refused by the plain version; verify without --plainly names the place'
} as const;

/** The plain version reads a file as one text, and JavaScript's texts are no longer. */
const MAX_PLAIN_BYTES = 2 ** 29 - 24;

export const verify: Command = {
	name: 'verify',
	usage: '[--plainly] FILE RESULT',
	help: 'Recomputes a result and compares it byte by byte: exit 0 same, 1 different; --plainly without the engine.',
	async run(args) {
		const files = args.filter((arg) => arg !== '--plainly');
		const [path, resultPath] = files;
		if (path === undefined || resultPath === undefined || files.length > 2 || args.length - files.length > 1) {
			complain('Usage: node build/cli.js verify [--plainly] FILE RESULT');
			return REFUSED;
		}
		return files.length < args.length ? verifyWithoutEngine(path, resultPath) : verifyWithEngine(path, resultPath);
	}
};

async function verifyWithEngine(path: string, resultPath: string): Promise<number> {
	const opened = openRoundAndResult(path, resultPath);
	if (!opened) return REFUSED;
	if (!opened.verification) return DIFFERENT;
	return tell(opened.verification);
}

async function verifyWithoutEngine(path: string, resultPath: string): Promise<number> {
	const file = readWhole(path);
	if (!file) return REFUSED;
	if (file.length > MAX_PLAIN_BYTES) {
		complain('file: larger than 512 MiB, which the plain version does not read');
		return REFUSED;
	}
	const result = readWhole(resultPath);
	return result ? tell(verifyPlainly(file, result)) : DIFFERENT;
}

async function tell(verification: PlainVerification): Promise<number> {
	if (verification.same) {
		await answer(['same\n']);
		return DONE;
	}
	complain(REASONS[verification.problem]);
	return verification.problem === 'refused-round' ? REFUSED : DIFFERENT;
}
