import { config } from '$lib/server/config';
import { backUp, sqliteFile } from '$lib/server/platform/db/backup';
import type { Command } from './command';

/** The bucket's address holds no key. */
const whereFilesLie = (): string => {
	const { s3, filesFolder } = config();
	return s3 ? `the bucket ${s3.url}` : `the folder ${filesFolder}`;
};

export const backup: Command = {
	name: 'backup',
	usage: 'FILE [KEYS]',
	help: 'Copies the live SQLite database into FILE, consistently, and its keys into KEYS, which is replaced (chiavi-keys.db).',
	async run([target, keys, ...rest]) {
		if (!target || rest.length > 0) {
			process.stderr.write('Usage: node build/cli.js backup FILE [KEYS]\n');
			return 2;
		}
		const source = sqliteFile(config().databaseUrl);
		const result = source.ok ? await backUp(source.file, target, keys) : source;
		if (!result.ok) {
			process.stderr.write(`${result.problem}\n`);
			return 1;
		}
		process.stdout.write(`Backed up to ${target}: ${result.pages} pages, integrity checked.\n`);
		process.stdout.write(`The files of documents are not in it: now copy ${whereFilesLie()} (docs/operations.md).\n`);
		return 0;
	}
};
