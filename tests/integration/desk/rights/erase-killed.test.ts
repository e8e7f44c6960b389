import '../../../support/settings';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { exportEverything } from '$lib/server/desk/rights/export-service';
import { jobs } from '$lib/server/jobs';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { everythingStored } from '../../../support/everything-stored';
import type { Actor } from '$lib/server/platform/auth/actor';

const program = 'tests/support/processes/erase-account.ts';
/** A folder for each database: the two kinds of tests build side by side. */
const folder = `.cache/erase-${process.env['TEST_DATABASE'] ?? 'sqlite'}`;
const NAME = 'Zenobia Quaglierini';

let database: TestDatabase;
let me: Actor;
beforeAll(() => {
	const build = ['build', '--config', 'vite.cli.config.ts', '--outDir', folder, '--ssr', program];
	const env = { PATH: process.env['PATH'] };
	execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...build, '--logLevel', 'error'], { env });
});
beforeEach(async () => {
	database = await openTestDatabase();
	me = await anAccount(database, 'applicant', NAME);
	await withContact(database, me, NOW);
});
afterEach(() => database.close());

/** Kills the process that erases, at the place where it waits. */
async function eraseAndKill(where: 'inside' | 'committed'): Promise<void> {
	const args = [`${folder}/erase-account.js`, database.url, me.id, NOW, where];
	const eraser = spawn(process.execPath, args, { env: { ...process.env }, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(eraser, 'exit');
	const [said] = (await Promise.race([once(eraser.stdout, 'data'), ended])) as [unknown];
	expect(String(said)).toBe(where);
	eraser.kill('SIGKILL');
	expect((await ended)[1]).toBe('SIGKILL');
}

const erase = () => database.transact((trx) => eraseAccount(trx, me, NOW));

it('killed after the key is shredded and before the rest is committed: nothing is lost, and the next try erases', async () => {
	const before = await exportEverything(database.db, me, NOW);
	await eraseAndKill('inside');
	expect(await exportEverything(database.db, me, NOW)).toEqual(before);
	expect(await readOwnPerson(database.db, me.id)).toMatchObject({ facts: { givenName: 'Nadia' } });
	expect(await erase()).toEqual({ ok: true });
	expect(await readOwnPerson(database.db, me.id)).toBeNull();
});

it('killed after the commit: all of it is erased, and the portal clears what the log of writes still holds by itself', async () => {
	await eraseAndKill('committed');
	expect(await readOwnPerson(database.db, me.id)).toBeNull();
	const { data_key_id } = await database.db
		.selectFrom('accounts')
		.select('data_key_id')
		.where('id', '=', me.id)
		.executeTakeFirstOrThrow();
	expect((await openDataKeys(database.db, [data_key_id!])).size).toBe(0);
	expect(await erase()).toEqual({ ok: false, problem: 'gone' });
	await database.db.deleteFrom('outbox').execute();
	const forget = jobs(database, { transport: null, drandUrl: null }).find(({ name }) => name === 'forget traces')!;
	await forget.run(NOW);
	expect(await everythingStored(database)).not.toContain(NAME);
});
