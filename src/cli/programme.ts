import { now } from '$lib/server/clock';
import { closeDatabase, database } from '$lib/server/platform/db/app';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import { publishFacts } from '$lib/server/programme/facts/service';
import type { Command } from './command';

export const programme: Command = {
	name: 'programme',
	usage: '',
	help: 'Loads the published facts of the programme: operations, lines, targets and figures, each with its source.',
	async run() {
		const { db, transact } = database();
		await migrateToLatest(db);
		await transact((trx) => publishFacts(trx, now()));
		await closeDatabase();
		process.stdout.write('The published facts of the programme are loaded.\n');
		return 0;
	}
};
