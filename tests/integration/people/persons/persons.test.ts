import '../../../support/settings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonFacts } from '$lib/domain/person/person';
import { readOwnPerson, saveOwnPerson } from '$lib/server/people/persons/service';
import { taxCodeHash } from '$lib/server/people/persons/tax-code';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aPerson, withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { everythingStored } from '../../../support/everything-stored';

const now = '2026-11-22T10:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

const applicant = () => anActor(database.db, 'applicant', 'Prova');
const save = (by: Actor, change: (saved: PersonFacts | null) => PersonFacts | null) =>
	database.transact((trx) => saveOwnPerson(trx, change, by, now));
const entries = (id: string) =>
	database.db.selectFrom('audit_entries').selectAll().where('subject_id', '=', id).execute();

describe('one’s own person', () => {
	it('is kept once, changed in place, and found by its account alone', async () => {
		const by = await applicant();
		expect(await readOwnPerson(database.db, by.id)).toBeNull();
		await withContact(database, by, now);
		await save(by, (saved) => ({ ...saved!, phone: '+39 02 0000 4512' }));
		const person = (await readOwnPerson(database.db, by.id))!;
		expect(person).toMatchObject({ revision: 1, facts: aPerson({ phone: '+39 02 0000 4512' }) });
		expect(await readOwnPerson(database.db, (await applicant()).id)).toBeNull();
		expect((await entries(person.id)).map(({ event }) => event)).toEqual(['contact_saved', 'contact_saved']);
	});

	it.each(['officer', 'auditor', 'caseworker'] as const)('is not saved for a role such as %s', async (role) => {
		const by = await anActor(database.db, role);
		expect(await save(by, () => aPerson())).toEqual({ ok: false, problem: 'not-allowed' });
	});

	it('stays as it was where the form was opened before another save', async () => {
		const by = await applicant();
		await withContact(database, by, now);
		expect(await save(by, () => null)).toEqual({ ok: false, problem: 'stale' });
		expect(await readOwnPerson(database.db, by.id)).toMatchObject({ revision: 0, facts: aPerson() });
	});

	it('is one, when the first form is sent twice at the same moment', async () => {
		const by = await applicant();
		const done = await Promise.all([save(by, () => aPerson()), save(by, () => aPerson())]);
		expect(done).toContainEqual({ ok: true });
		const rows = await database.db.selectFrom('persons').select('id').where('account_id', '=', by.id).execute();
		expect(rows).toHaveLength(1);
	});

	it('is found by the keyed hash of the tax code; without a code there is none', async () => {
		const [one, other] = [await applicant(), await applicant()];
		await withContact(database, one, now, { taxCode: 'RSSMRA80A01H501U' });
		await withContact(database, other, now, { taxCode: '' });
		const hash = (by: Actor) =>
			database.db.selectFrom('persons').select('tax_code_hash').where('account_id', '=', by.id).executeTakeFirst();
		expect(await hash(one)).toEqual({ tax_code_hash: taxCodeHash('RSSMRA80A01H501U') });
		expect(await hash(other)).toEqual({ tax_code_hash: null });
	});

	it('does not open in the place of another person', async () => {
		const [one, other] = [await applicant(), await applicant()];
		await withContact(database, one, now);
		await withContact(database, other, now);
		const { facts_sealed } = await database.db
			.selectFrom('persons')
			.select('facts_sealed')
			.where('account_id', '=', one.id)
			.executeTakeFirstOrThrow();
		await database.db.updateTable('persons').set({ facts_sealed }).where('account_id', '=', other.id).execute();
		await expect(readOwnPerson(database.db, other.id)).rejects.toThrow();
	});
});

it('no name, code or contact stands in the database in clear, nor before and after a change', async () => {
	const by = await applicant();
	const words = {
		givenName: 'Zenobia',
		familyName: 'Quaglierini',
		taxCode: 'QGLZNB80A41F205X',
		birthPlace: 'Castrovillari',
		phone: '+39 347 765 4321',
		street: 'Vicolo Introvabile 99',
		town: 'Pizzighettone',
		safeContact: 'Casa Ginestra 0377'
	};
	await withContact(database, by, now, words);
	await withContact(database, by, now, { ...words, street: 'Piazza Sparita 4' });
	const stored = await everythingStored(database);
	expect(stored).toContain(by.id);
	for (const word of [...Object.values(words), 'Piazza Sparita']) expect(stored, word).not.toContain(word);
});
