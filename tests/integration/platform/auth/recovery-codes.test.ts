import '../../../support/settings';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeSecondFactor } from '$lib/server/platform/accounts/own-account';
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

type Owner = { id: string; role: 'applicant' | 'caseworker' };

async function signInWith(owner: Owner, input: { code: string; offer?: string }) {
	const from = { ...owner, sessionId: await sessions.start(owner, 'pending') };
	return database.transact((trx) => completeSignIn(trx, sessions, input, from, now()));
}

async function anEnrolled(role: Owner['role'] = 'caseworker') {
	const { id } = await anAccount(database, { role });
	const offer = offerSecret(id);
	const code = generateSync({ secret: openOffer(id, offer)! });
	expect(await signInWith({ id, role }, { offer, code })).toMatchObject({ ok: true });
	return { id, role };
}

const codesOf = async (owner: Owner) => {
	const made = await database.transact((trx) => makeRecoveryCodes(trx, owner, now()));
	if (!made.ok) throw new Error(made.problem);
	return made.codes;
};

describe('recovery codes', () => {
	test('are ten, each opens once, and the database holds none in clear', async () => {
		const owner = await anEnrolled();
		const codes = await codesOf(owner);
		expect(new Set(codes).size).toBe(10);
		for (const code of codes) expect(code).toMatch(/^(\d{4} ){3}\d{4}$/);
		const stored = JSON.stringify(await database.db.selectFrom('recovery_codes').selectAll().execute());
		for (const code of codes) expect(stored).not.toContain(code.replaceAll(' ', ''));
		expect(await signInWith(owner, { code: codes[0]!.replaceAll(' ', '-') })).toMatchObject({ ok: true });
		expect(await signInWith(owner, { code: codes[0]! })).toEqual({ ok: false, problem: 'wrong-code' });
		const both = await Promise.all([signInWith(owner, { code: codes[1]! }), signInWith(owner, { code: codes[1]! })]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		const events = await database.db
			.selectFrom('audit_entries')
			.select('event')
			.where('subject_id', '=', owner.id)
			.execute();
		expect(events.filter(({ event }) => event === 'recovery_code_used')).toHaveLength(2);
	});

	test('of another account, or from before new ones were made, open nothing', async () => {
		const [owner, other] = [await anEnrolled(), await anEnrolled()];
		const [old, theirs] = [await codesOf(owner), await codesOf(other)];
		const fresh = await codesOf(owner);
		expect(await signInWith(owner, { code: old[0]! })).toMatchObject({ ok: false });
		expect(await signInWith(owner, { code: theirs[0]! })).toMatchObject({ ok: false });
		expect(await signInWith(owner, { code: fresh[0]! })).toMatchObject({ ok: true });
	});

	test('end with the second factor, and cannot be made without one', async () => {
		const owner = await anEnrolled('applicant');
		await codesOf(owner);
		const actor = { ...owner, name: 'Prova', organisationId: null, demo: false };
		await database.transact((trx) => removeSecondFactor(trx, sessions, actor, now()));
		const left = database.db.selectFrom('recovery_codes').select('id').where('account_id', '=', owner.id);
		expect(await left.execute()).toEqual([]);
		expect(await database.transact((trx) => makeRecoveryCodes(trx, owner, now()))).toEqual({
			ok: false,
			problem: 'not-allowed'
		});
	});
});

test('sessions that began before the second factor was enrolled end with it', async () => {
	const { id } = await anAccount(database);
	const old = await sessions.start({ id, role: 'applicant' }, 'password-only');
	const offer = offerSecret(id);
	const code = generateSync({ secret: openOffer(id, offer)! });
	const done = await signInWith({ id, role: 'applicant' }, { offer, code });
	if (!done.ok) throw new Error(done.problem);
	expect(await sessions.read(old)).toBeNull();
	expect(await sessions.read(done.sessionId)).toMatchObject({ secondFactor: true });
});
