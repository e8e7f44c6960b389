import { runRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import type { Command } from './command';
import { answer, complain, DONE, readRoundFile, REFUSED } from './round-file';

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
		const file = await readRoundFile(path);
		if (!file) return REFUSED;
		const explain = files.length < args.length;
		await answer(serializeResult(runRound(file.round, file.hash, { explain })));
		return DONE;
	}
};
