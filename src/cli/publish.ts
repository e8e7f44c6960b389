import { projectionRows } from '$lib/domain/allocation/public-projection';
import { roundText } from '$lib/domain/allocation/serialize-round';
import { answer } from './answer';
import type { Command } from './command';
import { complain, DONE, openRound, REFUSED } from './round-file';

export const publish: Command = {
	name: 'publish',
	usage: 'FILE',
	help: 'Prints the public projection of a round: orders and choices by pseudonym.',
	async run(args) {
		const [path] = args;
		if (path === undefined || args.length > 1) {
			complain('Usage: node build/cli.js publish FILE');
			return REFUSED;
		}
		const file = openRound(path);
		if (!file) return REFUSED;
		await answer(roundText(projectionRows(file, file.computed)));
		return DONE;
	}
};
