import { projectionRows } from '$lib/domain/allocation/public-projection';
import { roundText } from '$lib/domain/allocation/serialize-round';
import { answer } from './answer';
import type { Command } from './command';
import { complain, DONE, openRound, REFUSED } from './round-file';

const UNFIT =
	'warning: the round has set-asides or quotas: comparing the orders shows who belongs to a category. ' +
	'Unless every ground is harmless, do not publish this.';

export const publish: Command = {
	name: 'publish',
	usage: 'FILE',
	help: 'Prints the public projection of a round: orders and choices by pseudonym. Not to be published with sensitive grounds.',
	async run(args) {
		const [path] = args;
		if (path === undefined || args.length > 1) {
			complain('Usage: node build/cli.js publish FILE');
			return REFUSED;
		}
		const file = openRound(path);
		if (!file) return REFUSED;
		const { market } = file.computed;
		if (market.setAside.length > 0 || market.quotas.length > 0) complain(UNFIT);
		await answer(roundText(projectionRows(file, file.computed)));
		return DONE;
	}
};
