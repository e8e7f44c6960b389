import '../../../support/settings';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resetSecondFactor } from '$lib/server/platform/accounts/administer';
import { removeSecondFactor } from '$lib/server/platform/accounts/own-account';
import type { Actor } from '$lib/server/platform/auth/actor';
import { makeRecoveryCodes } from '$lib/server/platform/auth/recovery-codes';
import { completeSignIn } from '$lib/server/platform/auth/second-factor';
import { openSessions, type Sessions } from '$lib/server/platform/auth/sessions';
import { offerSecret, openOffer } from '$lib/server/platform/auth/totp';
import { now } from '$lib/server/clock';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let sessions: Sessions;
beforeAll(async () => {
	database = await openTestDatabase();
	sessions = openSessions(database);
});
afterAll(() => database.close());

const actorOf = (account: { id: string; role: Actor['role'] }): Actor => ({
	...{ id: account.id, role: account.role, name: 'Prova', organisationId: null, demo: false }
});

test('each change of the second factor is told to the owner by mail, and an attempt that fails is not', async () => {
	const account = await anAccount(database, { role: 'applicant' });
	const administrator = actorOf(await anAccount(database, { role: 'administrator' }));
	const [by, write] = [actorOf(account), database.transact];
	/** The sentence of each mail since the last call. */
	let read = 0;
	const told = async () => {
		const mails = await database.db
			.selectFrom('outbox')
			.select('body')
			.where('recipient', '=', account.email)
			.orderBy('id')
			.execute();
		const fresh = mails.slice(read).map(({ body }) => body?.split('\n\n')[1]);
		read = mails.length;
		return fresh;
	};
	const enter = async (code: string, offer = '') => {
		const from = { ...by, sessionId: await sessions.start(account, 'pending') };
		return write((trx) => completeSignIn(trx, sessions, { code, offer }, from, now()));
	};

	const offer = offerSecret(account.id);
	expect(await enter('000 000', offer)).toMatchObject({ ok: false });
	expect(await told()).toEqual([]);
	expect(await enter(generateSync({ secret: openOffer(account.id, offer)! }), offer)).toMatchObject({ ok: true });
	expect(await told()).toEqual([expect.stringContaining('è attiva')]);
	const made = await write((trx) => makeRecoveryCodes(trx, by, now()));
	expect(await told()).toEqual([expect.stringContaining('nuovi codici di recupero')]);
	expect(await enter(made.ok ? made.codes[0]! : '')).toMatchObject({ ok: true });
	expect(await told()).toEqual([expect.stringContaining('con un codice di recupero')]);
	await write((trx) => removeSecondFactor(trx, sessions, by, now()));
	expect(await told()).toEqual([expect.stringContaining('disattivata')]);
	expect(await write((trx) => resetSecondFactor(trx, sessions, account.id, by, now()))).toMatchObject({ ok: false });
	expect(await told()).toEqual([]);
	await write((trx) => resetSecondFactor(trx, sessions, account.id, administrator, now()));
	expect(await told()).toEqual([expect.stringContaining('ha azzerato')]);
});
