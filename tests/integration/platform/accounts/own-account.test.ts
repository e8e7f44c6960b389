import '../../../support/settings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePassword, removeSecondFactor } from '$lib/server/platform/accounts/own-account';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openSessions, type Sessions } from '$lib/server/platform/auth/sessions';
import { now } from '$lib/server/clock';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let sessions: Sessions;
let administrator: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	sessions = openSessions(database);
	const { id } = await anAccount(database, { role: 'administrator' });
	administrator = { id, role: 'administrator', name: 'Ada', organisationId: null, demo: false };
});
afterAll(() => database.close());

describe('the own account', () => {
	test('a new password ends the other sessions and replaces this one', async () => {
		const account = await anAccount(database, { role: 'applicant' });
		const actor: Actor = { ...administrator, id: account.id, role: 'applicant' };
		const old = await sessions.start(account, 'password-only');
		const changed = await database.transact((trx) => changePassword(trx, sessions, 'newer', actor, now()));
		expect(await sessions.read(old)).toBeNull();
		expect(await sessions.read(changed.sessionId)).not.toBeNull();
		expect((await findAccount(database.db, account.id))?.passwordHash).toBe('newer');
	});

	test('staff cannot turn their second factor off', async () => {
		const remove = (by: Actor) => database.transact((trx) => removeSecondFactor(trx, sessions, by, now()));
		expect(await remove(administrator)).toEqual({ ok: false, problem: 'not-allowed' });
		const { id } = await anAccount(database, { totpSealed: 'sealed' });
		expect(await remove({ ...administrator, role: 'caseworker' })).toEqual({ ok: false, problem: 'not-allowed' });
		const old = await sessions.start({ id, role: 'applicant' }, 'complete');
		const removed = await remove({ ...administrator, id, role: 'applicant' });
		if (!removed.ok) throw new Error(removed.problem);
		expect(await sessions.read(old)).toBeNull();
		expect(await sessions.read(removed.sessionId)).not.toBeNull();
		expect((await findAccount(database.db, id))?.totpSealed).toBeNull();
	});
});
