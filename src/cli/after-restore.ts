import { finishRestore } from './finish-restore';
import type { Command } from './command';

export const afterRestore: Command = {
	name: 'after-restore',
	usage: '',
	help: 'Ends every session and mailed link after pg_restore, before the portal starts. `restore` does so by itself.',
	async run(words) {
		if (words.length > 0) {
			process.stderr.write('Usage: node build/cli.js after-restore\n');
			return 2;
		}
		await finishRestore();
		return 0;
	}
};
