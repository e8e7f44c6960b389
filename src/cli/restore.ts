import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { restore as restoreFile, sqliteFile } from '$lib/server/platform/db/backup';
import { finishRestore } from './finish-restore';
import type { Command } from './command';

export const restore: Command = {
	name: 'restore',
	usage: 'FILE [KEYS]',
	help: 'Puts the backup FILE, with KEYS, in the place of the SQLite database, which is kept beside it. Stop the portal first.',
	async run([source, keys, ...rest]) {
		if (!source || rest.length > 0) {
			process.stderr.write('Usage: node build/cli.js restore FILE [KEYS]\n');
			return 2;
		}
		const target = sqliteFile(config().databaseUrl);
		const result = target.ok ? await restoreFile(source, target.file, now().replaceAll(':', ''), keys) : target;
		if (!result.ok) {
			process.stderr.write(`${result.problem}\n`);
			return 1;
		}
		process.stdout.write(`Restored from ${source}: ${result.pages} pages.\n`);
		await finishRestore();
		return 0;
	}
};
