import { closeDatabase, database, db } from '$lib/server/platform/db/app';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import { followClock } from '$lib/server/demo/clock';
import { closeSilentConnectionsAtStop } from '$lib/server/platform/http/silent-connections';
import { jobs } from './jobs';
import { startJobs } from '$lib/server/platform/jobs/loop';
import { log } from '$lib/server/log';
import { stopWorkers } from '$lib/server/platform/workers/run-in-worker';

/** Kept by the process, not by this file: `npm run dev` reads the server's code anew after an edit. */
const kept = globalThis as { stopPortal?: () => Promise<void> };

/** Before the port opens: the schema is the newest, the jobs run, and a stop ends everything in order. */
export async function startUp(): Promise<void> {
	if (!kept.stopPortal) closeSilentConnectionsAtStop();
	// The code read before an edit would otherwise go on with its jobs and its database.
	await kept.stopPortal?.();
	const ran = await migrateToLatest(database().db);
	if (ran.length > 0) log.info({ migrations: ran }, 'schema brought to the newest');
	const leaveClock = await followClock(db);
	const stopJobs = startJobs(jobs());
	const stop = async (reason: string) => {
		// The server has answered its last request by now.
		await kept.stopPortal?.();
		log.info({ reason }, 'stopped');
		process.exit(0);
	};
	process.once('sveltekit:shutdown', stop);
	kept.stopPortal = async () => {
		process.off('sveltekit:shutdown', stop);
		leaveClock();
		stopWorkers();
		await stopJobs();
		await closeDatabase();
	};
}
