import SQLite from 'better-sqlite3';
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expectHealed, expectOutage, expectReading, printTime } from '../../support/outages/expectations';
import { startLoad } from '../../support/outages/load';
import { startHeard, type HeardPortal } from '../../support/outages/portal';
import { mountSmallDisk, stopWriting } from '../../support/outages/small-disk';
import { expect, test } from '../../support/portal';
import { copyOfFile } from '../../support/server';
import { worldFile } from '../../support/world';

let database: ReturnType<typeof copyOfFile>;
let file: string;
let portal: HeardPortal;
test.beforeEach(async () => {
	database = copyOfFile();
	file = database.url.replace('sqlite:', '');
	portal = await startHeard(database.url);
});
test.afterEach(async () => {
	await portal.stop();
	database.remove();
});

/** Codes of the buildings that the file holds. */
function codesIn(path: string): string[] {
	const reader = new SQLite(path, { readonly: true });
	const codes = reader.prepare(`select code from buildings where code like 'OUT-%'`).pluck().all() as string[];
	reader.close();
	return codes;
}

test('a lock held by another process: told in seconds, reads go on, heals', async () => {
	const other = new SQLite(file);
	other.exec('begin immediate');
	await expectOutage(portal, 'SQLite: lock held by another process', /SQLITE_BUSY/);
	await expectReading(portal.person);
	other.exec('rollback');
	other.close();
	expect(codesIn(file)).toEqual([]);
	const healed = await expectHealed(portal);
	expect(codesIn(file)).toEqual([healed]);
});

test('a file system that takes no writes: told in seconds, reads go on, heals', async () => {
	const writeAgain = stopWriting(portal.pid);
	test.skip(!writeAgain, 'only Linux limits what a process writes');
	await expectOutage(portal, 'SQLite: write error of the file system', /SQLITE_IOERR_WRITE/);
	await expectReading(portal.person);
	writeAgain!();
	const healed = await expectHealed(portal);
	expect(codesIn(file)).toEqual([healed]);
});

test('a full file system under load: told in seconds, reads go on, nothing acknowledged is lost, heals', async () => {
	const disk = mountSmallDisk(256);
	test.skip(!disk, 'only an account that may mount a file system can fill one');
	await portal.stop();
	const kept = join(disk!.folder, 'chiavi.db');
	copyFileSync(worldFile, kept);
	portal = await startHeard(`sqlite:${kept}`);
	const load = startLoad(portal.person);
	await load.more(5);
	disk!.fill();
	await expect.poll(() => load.statuses.has(503), { timeout: 60_000 }).toBe(true);
	await load.end();
	await expectOutage(portal, 'SQLite: file system full', /SQLITE_FULL|bytes are left on the disk/);
	await expectReading(portal.person);
	disk!.empty();
	const healed = await expectHealed(portal);
	expect(codesIn(kept).toSorted()).toEqual([...load.acknowledged, healed].toSorted());
	expect([...load.statuses].toSorted()).toEqual([303, 503]);
	await portal.stop();
	disk!.remove();
});

test('a file that was cut short: told in seconds, and it runs again with the whole file', async () => {
	await portal.stop();
	const whole = readFileSync(file);
	portal = await startHeard(database.url);
	truncateSync(file, 4096 * 4);
	await expectOutage(portal, 'SQLite: read error of the file', /SQLITE_(CORRUPT|IOERR)/);
	await portal.stop();
	database.remove();
	writeFileSync(file, whole);
	portal = await startHeard(database.url);
	const healed = await expectHealed(portal);
	expect(codesIn(file)).toEqual([healed]);
});

test('the server stopped in the middle of its work: every request is answered once it goes on, nothing is lost', async () => {
	const load = startLoad(portal.person, 12);
	for (let round = 0; round < 3; round += 1) {
		await load.more(10);
		process.kill(portal.pid, 'SIGSTOP');
		const waiting = portal.person.ask('/staff/dwellings');
		await pause(3_000);
		process.kill(portal.pid, 'SIGCONT');
		expect([200, 503]).toContain((await waiting).status);
	}
	await load.end();
	for (const status of load.statuses) expect([303, 503]).toContain(status);
	const healed = await expectHealed(portal);
	expect(codesIn(file).toSorted()).toEqual([...load.acknowledged, healed].toSorted());
});

test('more requests than can be served soon: those too many are told at once, the process counts as alive, heals', async () => {
	const began = performance.now();
	const first503 = { ms: Infinity };
	const asked = Array.from({ length: 800 }, async (_, index) => {
		const path = ['/staff/dwellings', '/en/notices', '/staff/dwellings/__data.json'][index % 3]!;
		const answer = await portal.person.ask(path);
		if (answer.status === 503) first503.ms = Math.min(first503.ms, performance.now() - began);
		return answer;
	});
	const life = portal.person.ask('/api/health/live');
	const answers = await Promise.all(asked);
	expect(await life).toMatchObject({ status: 200 });
	const turnedAway = answers.filter(({ status }) => status === 503);
	printTime('overload: 800 requests at once, the first turned away', first503.ms);
	expect(turnedAway.length).toBeGreaterThan(0);
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
	expect(turnedAway.every(({ retryAfter }) => retryAfter === '10')).toBe(true);
	await expectHealed(portal);
});
