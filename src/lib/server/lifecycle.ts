import { closeDatabase, database, db } from '$lib/server/platform/db/app';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import { followClock } from '$lib/server/demo/clock';
import { closeSilentConnectionsAtStop } from '$lib/server/platform/http/silent-connections';
import { jobs } from './jobs';
import { startJobs } from '$lib/server/platform/jobs/loop';
import { log } from '$lib/server/log';
import { stopWorkers } from '$lib/server/platform/workers/run-in-worker';

/** Before the port opens: the schema is the newest, the jobs run, and a stop ends everything in order. */
export async function startUp(): Promise<void> {
	closeSilentConnectionsAtStop();
	const ran = await migrateToLatest(database().db);
	if (ran.length > 0) log.info({ migrations: ran }, 'schema brought to the newest');
	const leaveClock = await followClock(db);
	const stopJobs = startJobs(jobs());
	// The server has answered its last request by now.
	process.once('sveltekit:shutdown', async (reason: string) => {
		leaveClock();
		stopWorkers();
		await stopJobs();
		await closeDatabase();
		log.info({ reason }, 'stopped');
		process.exit(0);
	});
}
