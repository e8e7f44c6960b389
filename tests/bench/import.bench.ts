import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../src/lib/server/platform/auth/actor';
import { createDatabase } from '../../src/lib/server/platform/db/database';
import { migrateToLatest } from '../../src/lib/server/platform/db/migrate';
import { loadDemo } from '../../src/lib/server/demo/load';
import { checkStaged, checkUpload, importStaged, stageImport } from '../../src/lib/server/homes/imports/service';
import { noticePromises } from '../../src/lib/server/notices/notices/notice-promises';
import { withLongestTurn } from './longest-turn';

/**
 * Imports a file of the largest accepted size, 100,000 dwellings, over the demo world: how long each step takes, how
 * long other requests wait meanwhile, and the memory of the process. Numbers are printed and never asserted.
 */
const ROWS = 100_000;
const NOW = '2026-11-22T20:53:08.000Z';

process.env['CHIAVI_DEMO'] = '1';
const folder = mkdtempSync(join(tmpdir(), 'chiavi-bench-'));
const database = createDatabase(`sqlite:${join(folder, 'bench.db')}`);

async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
	const { value, total, longest } = await withLongestTurn(work);
	process.stdout.write(`${name.padEnd(28)} ${total} ms, others waited ${longest} ms at most, peak ${peak()} MB\n`);
	return value;
}

/** The most memory that this process has used, according to the kernel. */
function peak(): number {
	const status = readFileSync('/proc/self/status', 'utf8');
	return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function anOfficer(): Promise<Actor> {
	const account = await database.db
		.selectFrom('accounts')
		.select('id')
		.where('role', '=', 'officer')
		.executeTakeFirst();
	return { id: account!.id, role: 'officer' } as Actor;
}

try {
	await migrateToLatest(database.db);
	await step('the demo world', () => loadDemo(database.transact, NOW));
	const titles = 'codice_edificio;comune;via;codice_alloggio;proprieta;erp;superficie_netta_m2';
	const lines = Array.from({ length: ROWS }, (_, n) => `Z-${n >> 3};Milano;via Padova;Y-${n};Comune di Milano;no;45,5`);
	const bytes = new TextEncoder().encode([titles, ...lines].join('\n'));
	lines.length = 0;
	process.stdout.write(`${ROWS} rows, ${Math.round(bytes.length / 1024 / 1024)} MB\n`);
	const by = await anOfficer();
	const upload = await step('checked', () =>
		checkUpload(database.db, { name: 'bench.csv', bytes }, noticePromises, NOW)
	);
	if (upload.content === null) throw new Error(JSON.stringify(upload.report.errors[0] ?? upload.report.problems));
	const staged = await step('kept for its author', () => database.transact((trx) => stageImport(trx, upload, by, NOW)));
	if (!staged.ok) throw new Error(staged.problem);
	const ready = await step('checked once more', () => checkStaged(database.db, staged.id, by, NOW));
	if (!ready.ok) throw new Error(ready.problem);
	const done = await step('written', () =>
		database.transact((trx) => importStaged(trx, staged.id, ready.file, noticePromises, by, NOW))
	);
	if (!done.ok) throw new Error(done.problem);
} finally {
	await database.close();
	rmSync(folder, { recursive: true, force: true });
}
