import { publicProjection } from '$lib/domain/allocation/public-projection';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import type { Command } from './command';
import { answer, complain, DONE, readRoundFile, REFUSED } from './round-file';

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
		const file = await readRoundFile(path);
		if (!file) return REFUSED;
		await answer(serializeRound(publicProjection(file.round)));
		return DONE;
	}
};
