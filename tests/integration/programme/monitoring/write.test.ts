import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Report } from '$lib/domain/puc/check-file';
import { useDatabase } from '$lib/server/platform/db/app';
import { publishFacts } from '$lib/server/programme/facts/service';
import { monitoringFile } from '$lib/server/programme/monitoring/service';
import { checked, shortly } from '../../../support/builders/puc-file';
import { call } from '../../../support/call-command';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-29T10:00:00.000Z';
let test: TestDatabase;
let folder = '';
beforeEach(async () => {
	test = await openTestDatabase();
	folder = mkdtempSync(join(tmpdir(), 'puc-'));
});
afterEach(async () => {
	await test.close();
	rmSync(folder, { recursive: true });
});

it('a portal without a programme writes no file', async () => {
	expect(await monitoringFile(test.db, null)).toBeNull();
	useDatabase({ ...test, close: () => Promise.resolve() });
	const { code, out, err } = await call('puc', 'write', join(folder, 'puc.txt'));
	expect({ code, out }).toEqual({ code: 2, out: '' });
	expect(err).toMatch(/^puc: missing: .*\n$/);
	expect(existsSync(join(folder, 'puc.txt'))).toBe(false);
});

it('the file has a project for each line and the sums that the programme published', async () => {
	await test.transact((trx) => publishFacts(trx, now));
	const text = (await monitoringFile(test.db, 'MI01'))!;
	const ofHub = text.split('\r\n').filter((line) => line.includes('#MI4.2.1.c|'));
	expect(ofHub.map((line) => line.replace(/#\d+#/, ' '))).toEqual([
		"AP00 MI4.2.1.c|Hub dell'innovazione inclusiva – Ristrutturazione spazi comuni|||B42G19000230006||01/11/2017|01/12/2020||||#",
		'AP04 MI4.2.1.c|2014IT16M2OP004|1|#',
		'FN00 MI4.2.1.c||||||198000,01|#',
		'FN01 MI4.2.1.c|2014IT16M2OP004||109429,37|#',
		'FN04 MI4.2.1.c||I||109429,37|||#',
		'FN06 MI4.2.1.c||P||108524,66|||#'
	]);
	const { sender, tables } = checked(text);
	expect({ sender, tables }).toEqual({
		sender: 'MI01',
		tables: { AP00: 18, AP04: 12, FN00: 3, FN01: 3, FN04: 3, FN06: 3 }
	});
	expect(await monitoringFile(test.db, 'MI01')).toBe(text);
});

it('what the records do not give is a fault, never a value', async () => {
	await test.transact((trx) => publishFacts(trx, now));
	const { faults, sender } = checked((await monitoringFile(test.db, null))!);
	expect(sender).toBe('PON-METRO-MI-1420');
	expect([...new Set(faults.map(({ check }) => check))]).toEqual(['S05', 'S11']);
	const withoutCode = faults.filter(({ table, field }) => table === 'AP00' && field === 1);
	expect(withoutCode).toHaveLength(6);
	expect(faults.map(shortly).filter((place) => /^S05 FN00 /.test(place))).toHaveLength(15);
});

it('a figure that two sources tell differently, or that is rounded, is not written', async () => {
	await test.transact((trx) => publishFacts(trx, now));
	const paid = await test.db
		.selectFrom('observations')
		.selectAll()
		.where('what', '=', 'paidEuro')
		.orderBy('id')
		.execute();
	await test.db
		.insertInto('observations')
		.values({ ...paid[0]!, id: 'another', value: 1, position: 99 })
		.execute();
	await test.db.updateTable('observations').set({ rounded: 1 }).where('id', '=', paid[1]!.id).execute();
	expect(checked((await monitoringFile(test.db, null))!).tables).toMatchObject({ FN04: 3, FN06: 1 });
});

it('with faults nothing is left at the path, an earlier file neither, and the faults are told as by check', async () => {
	await test.transact((trx) => publishFacts(trx, now));
	const file = join(folder, 'puc.txt');
	writeFileSync(file, 'an earlier file');
	const expected = checked((await monitoringFile(test.db, null))!, {});
	useDatabase({ ...test, close: () => Promise.resolve() });
	const { code, out, err } = await call('puc', 'write', file);
	expect({ code, err }).toEqual({ code: 1, err: '' });
	const { on, ...report } = JSON.parse(out) as Report;
	expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	expect(report).toEqual({ ...expected, on: undefined });
	expect(existsSync(file)).toBe(false);
});
