import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { myReadings, openPersonOfFile, readPersonOfFile, type PersonOfFile } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { aNoticeThatAsks, dangerActs } from '../../../support/builders/in-danger';
import { aPerson, withContact } from '../../../support/builders/person';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
const tomorrow = '2026-11-23T10:00:00.000Z';
let database: TestDatabase;
let officer: Actor;
let applicant: Actor;
let file: PersonOfFile;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anActor(database.db, 'officer', 'Franca Prova');
});
afterAll(() => database.close());
beforeEach(async () => {
	applicant = await anActor(database.db, 'applicant');
	await withContact(database, applicant, now);
	file = { accountId: applicant.id, onlySafe: false, subject: { type: 'offer', id: 'offer-1' } };
});

const read = (of = file, by = officer, at = now) => readPersonOfFile(database.db, of, by, at);
const open = (of = file, reason = '', by = officer, at = now) =>
	database.transact((trx) => openPersonOfFile(trx, of, reason, by, at));

describe('a person of a file', () => {
	it('is closed until the reader opens it, and open for that reader, that file and that day alone', async () => {
		expect(await read()).toEqual({ state: 'closed', isProtected: false });
		expect(await open()).toEqual({ ok: true });
		const { givenName, familyName, taxCode } = aPerson();
		expect(await read()).toMatchObject({
			state: 'open',
			names: { givenName, familyName, taxCode },
			contact: { isProtected: false, phone: '+39 333 123 4567', email: expect.stringContaining('@') }
		});
		expect(await read(file, await anActor(database.db, 'manager'))).toMatchObject({ state: 'closed' });
		expect(await read({ ...file, subject: { type: 'tenancy', id: 'offer-1' } })).toMatchObject({ state: 'closed' });
		expect(await read(file, officer, tomorrow)).toMatchObject({ state: 'closed' });
	});

	it.each(['auditor', 'caseworker', 'landlord', 'applicant', 'administrator', 'programme'] as const)(
		'is neither shown nor opened to the role %s',
		async (role) => {
			const by = await anActor(database.db, role);
			expect(await read(file, by)).toBeNull();
			expect(await open(file, 'motivo', by)).toEqual({ ok: false, problem: 'not-allowed' });
			expect(await myReadings(database.db, applicant)).toEqual([]);
		}
	);

	it('that has told nothing yet is shown as such, and cannot be opened', async () => {
		const silent = { ...file, accountId: (await anActor(database.db, 'applicant')).id };
		expect(await read(silent)).toEqual({ state: 'untold' });
		expect(await open(silent)).toEqual({ ok: false, problem: 'not-found' });
	});

	it.each([
		['whose request tells of violence', { onlySafe: true }, {}],
		['who wants the safe contact only', {}, { ordinaryWays: 'nothing' as const }]
	])('%s is opened with a reason, and shows the safe contact alone', async (_, changes, facts) => {
		await withContact(database, applicant, now, { safeContact: 'Centro Esempio', ...facts });
		const safe = { ...file, ...changes };
		expect(await read(safe)).toEqual({ state: 'closed', isProtected: true });
		expect(await open(safe)).toEqual({ ok: false, problem: 'reason-needed' });
		expect(await open(safe, 'boh')).toEqual({ ok: false, problem: 'reason-needed' });
		expect(await read(safe)).toMatchObject({ state: 'closed' });
		expect(await open(safe, 'Devo fissare la visita')).toEqual({ ok: true });
		const shown = await read(safe);
		expect(shown).toMatchObject({ contact: { isProtected: true, safeContact: 'Centro Esempio' } });
		expect(JSON.stringify(shown)).not.toMatch(/333|Inventata|@/);
	});
});

describe('a file that asks nothing of violence', () => {
	it('protects a person whose other request tells of it, a withdrawn one too, and nobody else', async () => {
		const notice = await aNoticeThatAsks(database);
		const told = dangerActs(() => ({ database, notice, by: applicant }));
		const listing = { ...file, subject: { type: 'listing' as const, id: 'listing-1' } };
		await withContact(database, applicant, now, { safeContact: 'Centro Esempio' });
		await told.draft('no-shelter', now);
		expect(await read(listing)).toEqual({ state: 'closed', isProtected: false });
		await told.draft('violence', now);
		const id = await told.send(now);
		await database.transact((trx) => withdrawApplication(trx, id, applicant, now));
		expect(await read(listing)).toEqual({ state: 'closed', isProtected: true });
		expect(await open(listing)).toEqual({ ok: false, problem: 'reason-needed' });
		expect(await open(listing, 'Devo fissare la visita')).toEqual({ ok: true });
		const shown = await read(listing);
		expect(shown).toMatchObject({ contact: { isProtected: true, safeContact: 'Centro Esempio' } });
		expect(JSON.stringify(shown)).not.toMatch(/333 123|Inventata|@/);
	});
});

describe('the readings of a person', () => {
	it('tell who, when, for what and why, newest first, once a day and file', async () => {
		await open(file, 'Devo fissare la visita');
		await Promise.all([open(), open()]);
		await open(file, '', officer, tomorrow);
		const rows = await myReadings(database.db, applicant);
		expect(rows).toMatchObject([
			{ at: tomorrow, reader: 'Franca Prova', role: 'officer', subjectType: 'offer', reason: null },
			{ at: now, reader: 'Franca Prova', reason: 'Devo fissare la visita' }
		]);
		expect(rows).toHaveLength(2);
		expect(await myReadings(database.db, await anActor(database.db, 'applicant'))).toEqual([]);
	});

	it('keep the reason sealed, and stand in the log without it', async () => {
		await open(file, 'Vive con chi la picchia');
		const { reason, person_id } = await database.db
			.selectFrom('readings')
			.innerJoin('persons', 'persons.id', 'readings.person_id')
			.select(['readings.reason', 'readings.person_id'])
			.where('persons.account_id', '=', applicant.id)
			.executeTakeFirstOrThrow();
		expect(reason).toMatch(/^sealed:/);
		const entries = await database.db
			.selectFrom('audit_entries')
			.selectAll()
			.where('subject_id', '=', person_id)
			.where('event', '=', 'person_opened')
			.execute();
		expect(entries).toHaveLength(1);
		expect(JSON.stringify(entries)).not.toContain('picchia');
	});
});
