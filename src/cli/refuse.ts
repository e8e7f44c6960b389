import type { Unleavable } from '$lib/domain/allocation/departures';
import { quote } from '$lib/domain/allocation/round-refused';
import { resultText } from '$lib/domain/allocation/serialize-result';
import { answer } from './answer';
import type { Command } from './command';
import { complain, DONE, openRoundAndResult, REFUSED } from './round-file';

const REASONS: Readonly<Record<Unleavable, string>> = {
	'round-has-quotas': 'a round with quotas has no refusal chain; withdraw the household and run a new round',
	'unknown-application': 'no such application in the round',
	'withdrawn-application': 'withdrawn, so it takes no part',
	'already-left': 'has already left'
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
		const opened = openRoundAndResult(path, resultPath);
		if (!opened?.verification) return REFUSED;
		if (!opened.verification.same) {
			complain('RESULT: is not a result of FILE');
			return REFUSED;
		}
		const obstacle = opened.departures.leave(application);
		if (obstacle) {
			complain(`${quote(application)}: ${REASONS[obstacle]}`);
			return REFUSED;
		}
		await answer(resultText(opened.departures.report(opened.notice, opened.hash)));
		return DONE;
	}
};
