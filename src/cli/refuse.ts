import { refuse as leave, type Unrefusable } from '$lib/domain/allocation/refuse';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { verifyResult } from '$lib/domain/allocation/verify-result';
import type { Command } from './command';
import { answer, complain, DONE, readBytes, readRoundFile, REFUSED } from './round-file';

const REASONS: Readonly<Record<Unrefusable, string>> = {
	'round-has-quotas': 'a round with quotas has no refusal chain; withdraw the household and run a new round',
	'unknown-application': 'no such application in the round',
	'withdrawn-application': 'withdrawn, so it takes no part',
	'already-left': 'has already left',
	'result-of-another-round': 'RESULT is not a result of FILE'
};

export const refuse: Command = {
	name: 'refuse',
	usage: 'FILE RESULT APPLICATION',
	help: 'Prints the next result after that household left.',
	async run(args) {
		const [path, resultPath, application] = args;
		if (path === undefined || resultPath === undefined || application === undefined || args.length > 3) {
			complain('Usage: node build/cli.js refuse FILE RESULT APPLICATION');
			return REFUSED;
		}
		const file = await readRoundFile(path);
		const bytes = file && (await readBytes(resultPath));
		if (!file || !bytes) return REFUSED;
		if (!verifyResult(file.round, file.hash, bytes).same) {
			complain('RESULT: is not a result of FILE');
			return REFUSED;
		}
		// Equal byte by byte to a result this engine wrote, so its shape is known.
		const result = JSON.parse(new TextDecoder().decode(bytes)) as RoundResult;
		const refusal = leave(file.round, result, application);
		if (!refusal.ok) {
			complain(`${JSON.stringify(application)}: ${REASONS[refusal.problem]}`);
			return REFUSED;
		}
		await answer(serializeResult(refusal.result));
		return DONE;
	}
};
