import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { signingKeyFits } from '$lib/server/allocation/rounds/check-signing-key';
import { closeDatabase, database, db, transact } from '$lib/server/platform/db/app';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { migrateToLatest } from '$lib/server/platform/db/migrate';
import { followClock } from '$lib/server/demo/clock';
import { headEveryAnswer } from '$lib/server/platform/http/answer-headers';
import { startWarnings } from '$lib/server/platform/http/start-warnings';
import { closeSilentConnectionsAtStop } from '$lib/server/platform/http/silent-connections';
import { jobs } from './jobs';
import { startJobs } from '$lib/server/platform/jobs/loop';
import { refreshFacts } from '$lib/server/programme/facts/service';
import { log } from '$lib/server/log';
import { newsSenders } from '$lib/server/platform/mail/news/senders';
import { mailTransport } from '$lib/server/platform/mail/transport';
import { masterKeyFits } from '$lib/server/platform/secrets/check-master-key';
import { startWorkers, stopWorkers } from '$lib/server/platform/workers/run-in-worker';

type Running = { readonly database: AppDatabase; readonly stop: () => Promise<void> };

/** Kept by the process, not by this file: `npm run dev` reads the server's code anew after an edit. */
const kept = globalThis as { portal?: Running };

/** So long after an edit, no answer that the code of before had begun is still under way. */
const ANSWERED_MS = 30_000;

const outside = () => ({ transport: mailTransport(), news: newsSenders(), drandUrl: config().drandUrl });

/** Before the port opens: the schema is the newest, the jobs run, and a stop ends everything in order. */
export async function startUp(): Promise<void> {
	const before = kept.portal;
	if (!before) {
		closeSilentConnectionsAtStop();
		headEveryAnswer(config().origin);
		for (const warning of startWarnings(config(), process.env)) log.warn(warning);
	} else await replace(before);
	const ran = await migrateToLatest(database().db);
	if (ran.length > 0) log.info({ migrations: ran }, 'schema brought to the newest');
	await requireKeys();
	if (await transact((trx) => refreshFacts(trx, now()))) log.info('facts of the programme brought to the newest');
	const leaveClock = await followClock(db);
	const stopJobs = startJobs(jobs(database(), outside()));
	const stop = async (reason: string) => {
		// The server has answered its last request by now.
		await kept.portal?.stop();
		await closeDatabase();
		log.info({ reason }, 'stopped');
		process.exit(0);
	};
	process.once('sveltekit:shutdown', stop);
	kept.portal = {
		database: database(),
		stop: async () => {
			process.off('sveltekit:shutdown', stop);
			leaveClock();
			stopWorkers();
			await stopJobs();
		}
	};
}

/**
 * After an edit: the code of before would otherwise go on with its jobs. Files that the edit does not concern are not read
 * again; as long as they hold the database of before, it stays open.
 */
async function replace(before: Running): Promise<void> {
	await before.stop();
	startWorkers();
	if (before.database !== database()) setTimeout(() => void before.database.close(), ANSWERED_MS).unref();
}

/** A wrong key would not show before somebody reads: by then, new answers would be sealed under two keys. */
async function requireKeys(): Promise<void> {
	const master = await transact((trx) => masterKeyFits(trx, config().masterKey, now()));
	if (!master) refuse('CHIAVI_MASTER_KEY is not the key under which this database was sealed');
	if (!(await signingKeyFits(db())))
		refuse('CHIAVI_SIGNING_KEY is not the key that signed the rounds of this database');
}

function refuse(problem: string): never {
	process.stderr.write(`Chiavi cannot start:\n- ${problem}: set the key that was in use.\n`);
	process.exit(1);
}
