import { reportOn } from '$lib/domain/allocation/report';
import { resultText } from '$lib/domain/allocation/serialize-result';
import { answer } from './answer';
import type { Command } from './command';
import { complain, DONE, openRound, REFUSED } from './round-file';

export const allocate: Command = {
	name: 'allocate',
	usage: 'FILE [--explain]',
	help: 'Allocates a round and prints its result.',
	async run(args) {
		const files = args.filter((arg) => arg !== '--explain');
		const [path] = files;
		if (path === undefined || files.length > 1 || args.length - files.length > 1) {
			complain('Usage: node build/cli.js allocate FILE [--explain]');
			return REFUSED;
		}
		const file = openRound(path);
		if (!file) return REFUSED;
		const explain = files.length < args.length;
		await answer(resultText(reportOn(file.notice, file.hash, file.computed, { explain })));
		return DONE;
	}
};
