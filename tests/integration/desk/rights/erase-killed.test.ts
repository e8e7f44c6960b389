import '../../../support/settings';
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
import { buildProgram, runAndKill, type Moment } from '../../../support/killed-process';
import type { Actor } from '$lib/server/platform/auth/actor';

const NAME = 'Zenobia Quaglierini';

let program: string;
let database: TestDatabase;
let me: Actor;
beforeAll(() => {
	program = buildProgram('erase-account');
});
beforeEach(async () => {
	database = await openTestDatabase();
	me = await anAccount(database, 'applicant', NAME);
	await withContact(database, me, NOW);
});
afterEach(() => database.close());

const eraseAndKill = (where: Moment) => runAndKill(program, [database.url, me.id, NOW], where);
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
