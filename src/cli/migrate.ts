import { closeDatabase, database } from '$lib/server/platform/db/app';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import type { Command } from './command';

export const migrate: Command = {
	name: 'migrate',
	usage: '',
	help: 'Brings the database to the newest schema.',
	async run() {
		const names = await migrateToLatest(database().db);
		process.stdout.write(names.length > 0 ? `${names.join('\n')}\n` : 'The schema is already the newest.\n');
		await closeDatabase();
		return 0;
	}
};
