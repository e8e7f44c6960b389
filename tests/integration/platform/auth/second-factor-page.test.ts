import '../../../support/settings';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '$lib/server/clock';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { hashPassword } from '$lib/server/platform/auth/password';
import { offerSecret, openOffer } from '$lib/server/platform/auth/totp';
import { closeDatabase } from '$lib/server/platform/db/app';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, servePages, type Fields } from '../../../support/pages';
import { actions } from '../../../../src/routes/(account)/account/second-factor/+page.server';

const PASSWORD = 'tre parole facili';

let database: TestDatabase;
let actor: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	servePages(database, now());
	const { id } = await anAccount(database, { passwordHash: await hashPassword(PASSWORD) });
	actor = { id, role: 'applicant', name: 'Prova', organisationId: null, demo: false };
});
afterAll(closeDatabase);

const send = (action: keyof typeof actions, fields: Fields) => post(actions[action], fields, { as: actor });
const isOn = async () => (await findAccount(database.db, actor.id))!.totpSealed !== null;

test('turning it on, making codes and turning it off ask for the password, and with a wrong one nothing changes', async () => {
	const offer = offerSecret(actor.id);
	const enrol = { offer, code: generateSync({ secret: openOffer(actor.id, offer)! }) };
	const wrong = { present_password: 'quattro parole' };
	const refused = { status: 409, data: { errors: { present_password: expect.any(String) } } };
	expect(await send('enrol', { ...enrol, ...wrong })).toMatchObject(refused);
	expect(await send('enrol', enrol)).toMatchObject({ status: 422 });
	expect(await isOn()).toBe(false);
	expect(await send('enrol', { ...enrol, present_password: PASSWORD })).toMatchObject({ status: 303 });
	expect(await isOn()).toBe(true);

	expect(await send('codes', wrong)).toMatchObject(refused);
	expect(await database.db.selectFrom('recovery_codes').select('id').execute()).toEqual([]);
	expect(await send('codes', { present_password: PASSWORD })).toMatchObject({ status: 200 });

	expect(await send('remove', wrong)).toMatchObject(refused);
	expect(await isOn()).toBe(true);
	expect((await send('remove', { present_password: PASSWORD })).status).toBe(303);
	expect(await isOn()).toBe(false);
});
