import '../../../support/settings';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmByIdentity, offeredDetails } from '$lib/server/people/persons/confirm';
import { readOwnPerson, saveOwnPerson } from '$lib/server/people/persons/service';
import { openPersonOfFile, readPersonOfFile } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { linkIdentity } from '$lib/server/platform/identity/link';
import { aPerson, withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
const told = { givenName: 'Annamaria', familyName: 'Confermata', taxCode: 'CNFNMR80A41F205Q', birthPlace: 'Milano' };

let database: TestDatabase;
let people = 0;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

/** A person with saved details whose public identity told other ones. */
async function anIdentified(): Promise<Actor> {
	const by = await anActor(database.db, 'applicant', 'Prova');
	await withContact(database, by, now);
	await link(by);
	return by;
}
async function link(by: Actor, claims: Partial<typeof told> = {}) {
	const subject = `person-${(people += 1)}`;
	const all = { ...told, ...claims, birthDate: '1980-01-01' as const, email: '', emailVerified: false };
	await database.transact((trx) => linkIdentity(trx, { issuer: 'https://id.example', subject, claims: all }, by, now));
}
const confirm = (by: Actor, at = now) => database.transact((trx) => confirmByIdentity(trx, by, at));
const person = async (by: Actor) => (await readOwnPerson(database.db, by.id))!;

it('offers what the identity told beside what the person wrote, and changes nothing by itself', async () => {
	const by = await anIdentified();
	const { givenName, familyName, taxCode, birthPlace } = aPerson();
	expect(await offeredDetails(database.db, by)).toEqual({ told, now: { givenName, familyName, taxCode, birthPlace } });
	expect(await person(by)).toMatchObject({ revision: 0, facts: aPerson() });
});

it('takes it over once, says what was confirmed and when, and offers it no more', async () => {
	const by = await anIdentified();
	expect(await confirm(by)).toEqual({ ok: true });
	expect(await confirm(by, '2026-11-23T10:00:00.000Z')).toEqual({ ok: true });
	const confirmed = { givenName: now, familyName: now, taxCode: now, birthPlace: now };
	expect(await person(by)).toMatchObject({ revision: 1, facts: { ...aPerson(), ...told, confirmed } });
	expect(await offeredDetails(database.db, by)).toBeNull();
});

it('is no longer confirmed where the person writes something else, and can be taken over again', async () => {
	const by = await anIdentified();
	await confirm(by);
	const form = aPerson({ ...told, familyName: 'Altra' });
	await database.transact((trx) => saveOwnPerson(trx, () => form, by, now));
	const { facts } = await person(by);
	expect(facts.confirmed).toEqual({ givenName: now, taxCode: now, birthPlace: now });
	expect(await offeredDetails(database.db, by)).toMatchObject({ now: { familyName: 'Altra' } });
});

it('gives a person who told nothing yet their details', async () => {
	const by = await anActor(database.db, 'applicant', 'Nuova');
	await link(by, { birthPlace: '' });
	expect(await confirm(by)).toEqual({ ok: true });
	const { facts } = await person(by);
	expect(facts).toMatchObject({ ...told, birthPlace: '', phone: '' });
	expect(facts.confirmed).not.toHaveProperty('birthPlace');
});

it('takes nothing over without an identity, nor for the staff, nor from another account', async () => {
	await anIdentified();
	const stranger = await anActor(database.db, 'applicant', 'Altra');
	expect(await offeredDetails(database.db, stranger)).toBeNull();
	expect(await confirm(stranger)).toEqual({ ok: false, problem: 'nothing-told' });
	const officer = await anActor(database.db, 'officer');
	await link(officer);
	expect(await confirm(officer)).toEqual({ ok: false, problem: 'not-allowed' });
});

it('is shown to the office that opened the person', async () => {
	const [by, officer] = [await anIdentified(), await anActor(database.db, 'officer')];
	await confirm(by);
	const file = { accountId: by.id, onlySafe: false, subject: { type: 'offer', id: 'offer-1' } } as const;
	await database.transact((trx) => openPersonOfFile(trx, file, '', officer, now));
	expect(await readPersonOfFile(database.db, file, officer, now)).toMatchObject({
		state: 'open',
		confirmed: { taxCode: now, givenName: now, familyName: now }
	});
});

it('keeps in plain text neither what was told nor what was confirmed', async () => {
	const by = await anIdentified();
	await confirm(by);
	const rows = await database.db.selectFrom('persons').selectAll().where('account_id', '=', by.id).execute();
	expect(rows).toHaveLength(1);
	expect(JSON.stringify(rows)).not.toMatch(/Annamaria|Confermata|CNFNMR80A41F205Q|givenName/);
});
