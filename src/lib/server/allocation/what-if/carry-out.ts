import type { Instant } from '$lib/domain/calendar/instant';
import type { WhatIf, WhatIfReport } from '$lib/domain/what-if/imagine-round';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { log } from '$lib/server/log';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import type { Job } from '$lib/server/platform/workers/job';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { gather } from './gather';
import type { WhatIfQuestion } from './question';
import { setEnded, setProgress } from './repository';

const whatIfJob: Job<WhatIf, WhatIfReport> = { name: 'what-if', load: () => import('./what-if.worker') };

/** Milliseconds between two checks for a cancellation, which may come from another process. */
const LOOK_EVERY = 1_000;

export const reportPlace = (id: string) => `what_ifs.report_sealed:${id}`;

/** The question as it was kept. */
type Asked = { readonly id: string; readonly noticeId: string; readonly question: WhatIfQuestion };

/**
 * Answers a stored question in a thread and stores the answer. It never throws, because no caller waits for it. Pages
 * of any process read its progress from the database, and cancel it there.
 */
export async function carryOut(
	database: AppDatabase,
	{ id, noticeId, question }: Asked,
	clock: () => Instant
): Promise<void> {
	const { db, transact } = database;
	const cancel = new AbortController();
	let done = 0;
	const look = async () => {
		const wanted = await transact((trx) => setProgress(trx, id, done, clock()));
		if (!wanted) cancel.abort(new Error('Nobody wants it any more.'));
	};
	const looking = setInterval(() => void look().catch((error) => cancel.abort(error)), LOOK_EVERY);
	try {
		const gathered = await gather(db, noticeId, question, clock());
		if (!gathered.ok) return await end({ problem: gathered.problem });
		const onProgress = (so: number) => void (done = so);
		const report = await runInWorker(whatIfJob, gathered.whatIf, { signal: cancel.signal, onProgress });
		await keep(database, id, { report, done }, clock);
	} catch (error) {
		if (cancel.signal.aborted) return;
		log.error({ err: error, whatIf: id }, 'an imagined round failed');
		await end({ problem: 'failed' }).catch(() => undefined);
	} finally {
		clearInterval(looking);
	}

	function end(how: { problem: string }): Promise<void> {
		return transact((trx) => setEnded(trx, id, { ended_at: clock(), ...how }));
	}
}

function keep(
	{ transact }: AppDatabase,
	id: string,
	{ report, done }: { report: WhatIfReport; done: number },
	clock: () => Instant
): Promise<void> {
	return transact(async (trx) => {
		// Also locks the row, so that a person who cancels now either comes first or finds the answer.
		if (!(await setProgress(trx, id, done, clock()))) return;
		const key = await createDataKey(trx, clock());
		const sealed = seal(key.key, reportPlace(id), report);
		await setEnded(trx, id, { ended_at: clock(), data_key_id: key.id, report_sealed: sealed });
	});
}
