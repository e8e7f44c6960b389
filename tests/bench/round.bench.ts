import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeMarket } from '../../src/lib/domain/allocation/compute-round';
import { asRound, projectionRows } from '../../src/lib/domain/allocation/public-projection';
import { reportRound, runRound } from '../../src/lib/domain/allocation/run-round';
import { resultText } from '../../src/lib/domain/allocation/serialize-result';
import { roundText } from '../../src/lib/domain/allocation/serialize-round';
import { drawTickets } from '../../src/lib/domain/allocation/tickets';
import { marketOfRequests } from '../../src/lib/domain/rounds/market-of-requests';
import { rankRequest } from '../../src/lib/domain/rounds/rank-request';
import { RequestCollector } from '../../src/lib/domain/rounds/request-columns';
import { rowsOfRequests } from '../../src/lib/domain/rounds/rows-of-requests';
import { openRequest } from '../../src/lib/server/requests/applications/for-ranking';
import { listSubmitted } from '../../src/lib/server/requests/applications/repository';
import type { Actor } from '../../src/lib/server/platform/auth/actor';
import { createDatabase } from '../../src/lib/server/platform/db/database';
import { migrateToLatest } from '../../src/lib/server/platform/db/migrate';
import { loadDemo } from '../../src/lib/server/demo/load';
import { enterDraw } from '../../src/lib/server/notices/notices/beacon-service';
import { hashedText } from '../../src/lib/server/platform/workers/hashed-text';
import { listNoticeDwellings } from '../../src/lib/server/notices/notices/dwelling-repository';
import { findNotice } from '../../src/lib/server/notices/notices/repository';
import { workOutRound } from '../../src/lib/server/allocation/rounds/work-out';
import { openDataKeys } from '../../src/lib/server/platform/secrets/data-key';
import { withLongestTurn } from './longest-turn';

/**
 * The round of the demo's simulation, 14,901 households and 560 dwellings, step by step from the rows of the database
 * to the result, and on to what is kept and published. The result contains the hash of its input, which is computed
 * while the input is written; joining the input's text counts to what is kept.
 *
 * `wall` is the time of a clock, `cpu` the processor time of all threads. On a busy machine the wall time mostly shows
 * the other work. `first` is a process that has just started; `middle` is the median of the other runs, as in a server
 * that has run for a while. Numbers are printed and never asserted.
 */
const RUNS = 20;
/** How many requests are opened, then ranked, between two readings of the clock. The portal does it one by one. */
const TURN = 100;
const NOW = '2026-11-22T20:53:08.000Z';

process.env['CHIAVI_DEMO'] = '1';
const folder = mkdtempSync(join(tmpdir(), 'chiavi-bench-'));
const database = await createDatabase(`sqlite:${join(folder, 'bench.db')}`);

type Cost = { wall: number; cpu: number };
/** Per step: the time of each run. */
const costs = new Map<string, Cost[]>();
let run = 0;

function timed<Value>(step: string, work: () => Value): Value {
	const cpu = process.cpuUsage();
	const wall = performance.now();
	const value = work();
	const passed = performance.now() - wall;
	const { user, system } = process.cpuUsage(cpu);
	const runs = costs.get(step) ?? [];
	const before = runs[run] ?? { wall: 0, cpu: 0 };
	runs[run] = { wall: before.wall + passed, cpu: before.cpu + (user + system) / 1000 };
	costs.set(step, runs);
	return value;
}

/** What exists before the clock starts: the rows of the notice from the database, and the key. */
async function readRows() {
	const { db } = database;
	const { id } = await db.selectFrom('notices').select('id').where('code', '=', 'SIM-2020').executeTakeFirstOrThrow();
	const notice = (await findNotice(db, id))!;
	const rows = await listSubmitted(db, id, '', 1_000_000);
	const keys = await openDataKeys(db, [...new Set(rows.map((row) => row.dataKeyId))]);
	return {
		id,
		beacon: notice.beacon ?? 'c0ffee',
		rules: notice.rules,
		rows,
		keys,
		dwellings: await listNoticeDwellings(db, id)
	};
}

function work({ id, beacon, rules, rows, keys, dwellings }: Awaited<ReturnType<typeof readRows>>): void {
	const offered = dwellings.map(({ id, list, setAside, exclusive }) => ({ id, list, setAside, exclusive }));
	const collector = new RequestCollector(offered);
	for (let from = 0; from < rows.length; from += TURN) {
		const some = rows.slice(from, from + TURN);
		const requests = timed('parse and unseal', () => some.map((row) => openRequest(row, keys.get(row.dataKeyId)!)));
		timed('score, categories, keys', () => requests.forEach((request) => collector.add(rankRequest(request, rules))));
	}
	const round = { notice: id, beacon, dwellings: offered, requests: collector.columns(), quotas: [] };
	const input = timed('serialise and hash the input', () => hashedText(roundText(rowsOfRequests(round))));
	const tickets = timed('tickets', () => drawTickets(beacon, id, round.requests.pseudonyms));
	const market = timed('columns', () => marketOfRequests(round, tickets));
	const computed = timed('orders and deferred acceptance', () => computeMarket(market));
	const result = timed('result with certificate', () => reportRound(id, input.hash, computed));
	const full = timed('serialise and hash the result', () => hashedText(resultText(result)));
	if (result.certificate.blockingPairs + result.certificate.wasted > 0) throw new Error('the outcome is not fair');
	const open = timed('public: projection', () => asRound(projectionRows(round, computed)));
	const shown = timed('public: serialise and hash', () => hashedText(roundText(open)));
	const published = timed('public: result', () => hashedText(resultText(runRound(open, shown.hash))));
	timed('kept: the four files as texts', () => [input, full, shown, published].map((file) => file.text()));
}

try {
	await migrateToLatest(database.db);
	await loadDemo(database.transact, NOW);
	const rows = await readRows();
	for (; run < RUNS; run++) work(rows);
	const steps = [...costs.keys()];
	const toResult = steps.filter((step) => !isPublished(step));
	const table = [
		...toResult.map((step) => line(step, [step])),
		line('ROWS OPENED TO RESULT', toResult.slice(1)),
		line('ROWS READ TO RESULT', toResult),
		...steps.filter(isPublished).map((step) => line(step, [step])),
		line('AND TO WHAT IS KEPT AND PUBLISHED', steps)
	];
	await asThePortalDoes(rows.id);
	process.stdout.write(`${rows.rows.length} households, ${rows.dwellings.length} dwellings; milliseconds\n`);
	console.table(table);
} finally {
	await database.close();
	rmSync(folder, { recursive: true, force: true });
}

/**
 * Everything from the database on, with the allocation in a thread: how long an officer waits, and how long other
 * requests wait.
 */
async function asThePortalDoes(noticeId: string): Promise<void> {
	for (const role of ['officer', 'manager'] as const) {
		const by = await database.db.selectFrom('accounts').selectAll().where('role', '=', role).executeTakeFirstOrThrow();
		const person: Actor = { id: by.id, role, name: by.name, organisationId: null, demo: true };
		await database.transact((trx) => enterDraw(trx, { id: noticeId, numbers: '7 19 34 58 81' }, person, NOW));
	}
	for (let time = 1; time <= 3; time++) {
		const { value, total, longest } = await withLongestTurn(() => workOutRound(database.db, noticeId, NOW));
		if (!value.ok) throw new Error(value.problem);
		process.stdout.write(`as the portal does it, time ${time}: ${total} ms, others waited ${longest} ms at most\n`);
	}
}

function isPublished(step: string): boolean {
	return /^(public|kept):/.test(step);
}

/** The time of some steps together, run by run. */
function line(step: string, some: readonly string[]) {
	const [first, ...others] = Array.from({ length: RUNS }, (_, at) => together(some.map((one) => costs.get(one)![at]!)));
	const row: Record<string, string> = { step };
	for (const kind of ['wall', 'cpu'] as const) {
		const sorted = others.map((cost) => cost[kind]).sort((a, b) => a - b);
		row[`${kind}, shortest`] = sorted[0]!.toFixed(1);
		row[`${kind}, middle`] = sorted[sorted.length >> 1]!.toFixed(1);
		row[`${kind}, first`] = first![kind].toFixed(1);
	}
	return row;
}

function together(some: readonly Cost[]): Cost {
	return { wall: some.reduce((sum, { wall }) => sum + wall, 0), cpu: some.reduce((sum, { cpu }) => sum + cpu, 0) };
}
