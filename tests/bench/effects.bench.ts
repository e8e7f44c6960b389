import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sap2019 } from '../../src/lib/domain/ruleset/sets/sap-2019';
import { sap2025 } from '../../src/lib/domain/ruleset/sets/sap-2025';
import { createDatabase } from '../../src/lib/server/platform/db/database';
import { migrateToLatest } from '../../src/lib/server/platform/db/migrate';
import { loadDemo } from '../../src/lib/server/demo/load';
import { effectsJob, gatherQuestion } from '../../src/lib/server/allocation/rule-change/service';
import { run } from '../../src/lib/server/allocation/rule-change/effects.worker';
import { runInWorker } from '../../src/lib/server/platform/workers/run-in-worker';
import { withLongestTurn } from './longest-turn';

/**
 * The difference report of the demo's simulation: 14,901 requests under the rules before and since 2025, from the
 * database to the report, as the portal does it. Requests are opened and judged in turns, the rest runs in a thread.
 * Numbers are printed and never asserted.
 */
const RUNS = 5;
process.env['CHIAVI_DEMO'] = '1';
const folder = mkdtempSync(join(tmpdir(), 'chiavi-bench-'));
const database = await createDatabase(`sqlite:${join(folder, 'bench.db')}`);
try {
	await migrateToLatest(database.db);
	await loadDemo(database.transact, '2026-11-22T20:53:08.000Z');
	const { db } = database;
	const { id } = await db.selectFrom('notices').select('id').where('code', '=', 'SIM-2020').executeTakeFirstOrThrow();
	const table = [];
	for (let time = 1; time <= RUNS; time++) {
		const start = performance.now();
		const gathered = await withLongestTurn(() => gatherQuestion(db, { noticeId: id, before: sap2019, after: sap2025 }));
		const question = gathered.value!;
		const ready = performance.now();
		const effects = await runInWorker(effectsJob, question);
		const done = performance.now();
		await run(question);
		const here = performance.now();
		table.push({
			time,
			'read and opened': (ready - start).toFixed(0),
			'others waited, at most': gathered.longest.toFixed(0),
			'in the thread, sending included': (done - ready).toFixed(0),
			'THE REPORT': (done - start).toFixed(0),
			'times the same in this thread': ((done - ready) / (here - done)).toFixed(2)
		});
		if (time === 1) {
			const { requests, admitted, excluded, up, down, won, lost } = effects;
			console.log({ requests, admitted, excluded, up, down, won, lost });
		}
	}
	console.table(table);
} finally {
	await database.close();
	rmSync(folder, { recursive: true, force: true });
}
