import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { searchDesk } from '$lib/server/desk/search/service';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { openedRequest } from '$lib/server/desk/file/open-service';
import { findByName, indexWaiting } from '$lib/server/people/persons/name-index';
import { myReadings } from '$lib/server/people/readings/service';
import { findApplication } from '$lib/server/requests/applications/repository';
import { limits } from '$lib/server/platform/auth/throttle';
import type { Actor } from '$lib/server/platform/auth/actor';
import { actions } from '../../../../src/routes/(staff)/staff/search/+page.server';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { healthFacts } from '../../../support/builders/household';
import { aListing } from '../../../support/builders/landlord-world';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, servePages } from '../../../support/pages';

let database: TestDatabase;
let officer: Actor;
let nadia: Actor;
let safe: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	nadia = await anAccount(database, 'applicant');
	safe = await anAccount(database, 'applicant');
	await withContact(database, nadia, NOW);
	const hidden = { givenName: 'Łucja', familyName: 'Wiśniewska', taxCode: '' };
	await withContact(database, safe, NOW, hidden);
	const health = { ...healthFacts(), emergency: ['violence' as const] };
	const applications = [
		{ pseudonym: 'K7QM-2RXD', choices: [1], account: nadia },
		{ pseudonym: 'AAAA-2222', choices: [1], account: safe, health }
	];
	await aClosedNotice(database, { applications, dwellings: [{ row: { search: 'via hermada 2 al 0101 07' } }] });
	await database.transact((trx) =>
		trx.updateTable('applications').set({ protocol: '2026-006018' }).where('account_id', '=', nadia.id).execute()
	);
});
beforeEach(() => servePages(database, NOW));
afterAll(() => database.close());

const search = async (term: string, by = officer) => (await searchDesk(database, term, by, NOW))!;
const codes = async (term: string) => {
	const { requests, persons } = await search(term);
	return [...requests, ...persons.flatMap((person) => person.requests)].map(({ pseudonym }) => pseudonym);
};

describe('the search of the office', () => {
	it.each([
		...['K7QM-2RXD', 'k7qm 2rxd', 'k7qm2rxd'],
		...['2026-006018', '2026 006018', '2026006018', '6018'],
		...['had', 'HADDAD', 'nadia hàddad', 'Haddad, Nadia', 'nad-had'],
		...['HDDNDA86E54F205O', 'hddnda 86e54 f205o']
	])('finds a request by "%s"', async (term) => {
		expect(await codes(term)).toEqual(['K7QM-2RXD']);
	});

	it('finds homes by address or code', async () => {
		expect((await search('VIA HERMADA')).dwellings).toHaveLength(1);
		expect((await search('al-0101-07')).dwellings).toHaveLength(1);
	});

	it('shows of a protected household the protocol alone', async () => {
		const found = await search('lucja wisn');
		expect(found.persons).toMatchObject([{ name: null, requests: [{ pseudonym: 'AAAA-2222' }] }]);
		expect(JSON.stringify(found)).not.toMatch(/Wiśniewska|Via Inventata|333 123/);
	});

	it('shows contacts of nobody', async () => {
		expect(JSON.stringify(await search('haddad'))).not.toMatch(/Via Inventata|333 123|chiavi\.example/);
	});

	it('tells each person found who found them, once a day', async () => {
		const by = await anAccount(database, 'officer', 'Franca Prova');
		for (const term of ['haddad', 'nadia']) await search(term, by);
		await search('lucja', by);
		const seen = async (account: Actor) =>
			(await myReadings(database.db, account)).filter(({ reader }) => reader === by.name);
		expect(await seen(nadia)).toMatchObject([{ subjectType: 'search', reason: null }]);
		expect(await seen(safe)).toMatchObject([{ subjectType: 'search' }]);
		const [file] = (await search('haddad', by)).persons[0]!.requests;
		const request = (await findApplication(database.db, file!.id))!;
		expect(await openedRequest(database.db, request, by, NOW)).toBe(false);
	});

	it('hides the name of a landlord who wants the safe contact alone', async () => {
		const landlord = await anAccount(database, 'landlord');
		await aListing(database, landlord, { sent: false });
		await withContact(database, landlord, NOW, {
			givenName: 'Ottavia',
			familyName: 'Segreti',
			ordinaryWays: 'nothing'
		});
		expect((await search('segreti')).persons).toMatchObject([{ name: null, listings: [{}] }]);
	});

	it('forgets the names of a person who is erased', async () => {
		const gone = await anAccount(database, 'applicant');
		await withContact(database, gone, NOW, { familyName: 'Dimenticata' });
		const [person] = (await findByName(database.db, 'dimenticata', 9)).found;
		const tokens = () =>
			database.db.selectFrom('name_tokens').select('token').where('person_id', '=', person!.id).execute();
		expect((await tokens()).length).toBeGreaterThan(5);
		expect(await database.transact((trx) => eraseAccount(trx, gone, NOW))).toEqual({ ok: true });
		expect(await tokens()).toEqual([]);
	});

	it.each(['', '   ', 'x', 'nobody with such a name', '%', "'; drop table persons"])(
		'finds nothing by "%s"',
		async (term) => {
			const { requests, persons, offers } = await search(term);
			expect({ requests, persons, offers }).toEqual({ requests: [], persons: [], offers: [] });
		}
	);

	it.each(['auditor', 'applicant', 'landlord', 'caseworker'] as const)('is closed to the role %s', async (role) => {
		expect(await searchDesk(database, 'haddad', await anAccount(database, role), NOW)).toBeNull();
	});

	it('keeps no name in the index, and follows a changed name', async () => {
		const rows = await database.db.selectFrom('name_tokens').select('token').execute();
		expect(rows.length).toBeGreaterThan(10);
		for (const { token } of rows) expect(token).toMatch(/^[\w-]{16}$/);
		const by = await anAccount(database, 'applicant');
		await withContact(database, by, NOW, { familyName: 'Prima' });
		const found = (family: string) => findByName(database.db, family, 9);
		expect((await found('prima')).found).toHaveLength(1);
		await withContact(database, by, NOW, { familyName: 'Seconda' });
		expect((await found('prima')).found).toEqual([]);
		expect((await found('seconda')).found).toHaveLength(1);
	});

	it('indexes persons of an earlier release', async () => {
		await database.transact(async (trx) => {
			await trx.deleteFrom('name_tokens').execute();
			await trx.updateTable('persons').set({ names_indexed: 0 }).execute();
		});
		expect(await codes('haddad')).toEqual([]);
		expect(await indexWaiting(database)).toBeGreaterThan(1);
		expect(await indexWaiting(database)).toBe(0);
		expect(await codes('haddad')).toEqual(['K7QM-2RXD']);
	});
});

describe('its page', () => {
	it('answers the form itself, so that what is typed stands in no address', async () => {
		const answer = await post(actions.default, { term: 'haddad' }, { as: officer });
		expect(answer).toMatchObject({ status: 200, data: { found: { persons: [{ name: 'Nadia Haddad' }] } } });
		expect(answer.location).toBeUndefined();
	});

	it('lets one account search a few dozen times in five minutes, as an officer does and a copier of names does not', async () => {
		const copier = await anAccount(database, 'officer');
		const one = () => post(actions.default, { term: 'nobody' }, { as: copier });
		for (let times = 0; times < limits.search.points; times++) expect((await one()).status).toBe(200);
		expect(await one()).toMatchObject({ status: 429, data: { values: { term: 'nobody' } } });
		expect((await post(actions.default, { term: 'nobody' }, { as: officer })).status).toBe(200);
	});

	it('asks for a word', async () => {
		expect(await post(actions.default, { term: ' ' }, { as: officer })).toMatchObject({
			status: 422,
			data: { errors: { term: expect.any(String) } }
		});
	});
});
