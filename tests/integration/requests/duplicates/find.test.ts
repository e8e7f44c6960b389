import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { indexWaiting } from '$lib/server/people/persons/name-index';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { NOW } from '../../../support/builders/closed-notice';
import { toldHouseholds } from '../../../support/builders/duplicates';
import { aPerson } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let requests: Awaited<ReturnType<typeof toldHouseholds>>['requests'];
const child = { givenName: 'Amal', familyName: 'Hassan', born: '2015-03-02' };
beforeAll(async () => {
	database = await openTestDatabase();
	({ requests } = await toldHouseholds(database, [
		{
			applicant: { givenName: 'Mohamed', familyName: 'Hassan', born: '1980-05-01', phone: '+39 333 111 1111' },
			others: [child]
		},
		{ applicant: { givenName: 'محمد', familyName: 'حسن', born: '1980-05-01' } },
		{
			applicant: { givenName: 'Sara', familyName: 'Ferri', born: '1984-01-09' },
			others: [{ ...child, givenName: 'AMAL' }]
		},
		{ applicant: { givenName: 'Ugo', familyName: 'Neri', born: '1950-01-01', phone: '+39 333 111 1111' } },
		{ applicant: { givenName: 'Pia', familyName: 'Verdi', born: '1951-01-01' }, others: [{ born: '1990-01-01' }] },
		{ applicant: { givenName: 'Ada', familyName: 'Blu', born: '1952-01-01' }, others: [{ born: '1990-01-01' }] }
	]));
});
afterAll(() => database.close());

/** The clusters, each as its kind, its evidence and the households that told its people. */
async function clusters() {
	await findDuplicates(database, NOW);
	const rows = await database.db
		.selectFrom('duplicate_clusters as cluster')
		.innerJoin('duplicate_persons as one', 'one.cluster_id', 'cluster.id')
		.innerJoin('persons', 'persons.id', 'one.person_id')
		.innerJoin('accounts', 'accounts.data_key_id', 'persons.data_key_id')
		.select(['cluster.id', 'cluster.kind', 'cluster.evidence', 'accounts.id as account'])
		.orderBy('cluster.id')
		.execute();
	const number = (account: string) => requests.findIndex((one) => one.account.id === account);
	return [...new Set(rows.map(({ id }) => id))].map((id) => {
		const own = rows.filter((one) => one.id === id);
		return `${own[0]!.kind} ${own[0]!.evidence} ${own
			.map(({ account }) => number(account))
			.toSorted()
			.join(' ')}`;
	});
}

const found = ['people ["sound"] 0 1', 'people ["names"] 0 2', 'phone ["phone"] 0 3'];

describe('the portal', () => {
	it('finds who may be one in two households, and nobody by what both left out', async () => {
		expect((await clusters()).toSorted()).toEqual(found.toSorted());
	});

	it('keeps a cluster that it finds again under its id, and writes nothing', async () => {
		const ids = () => database.db.selectFrom('duplicate_clusters').select(['id', 'revision']).orderBy('id').execute();
		const before = await ids();
		await database.transact((trx) => trx.updateTable('persons').set({ names_indexed: 0 }).execute());
		await findDuplicates(database, NOW);
		while ((await indexWaiting(database)) > 0);
		await findDuplicates(database, NOW);
		expect(await ids()).toEqual(before);
	});

	it('stores no name and no code of a person outside a seal', async () => {
		const rows = await database.db.selectFrom('persons').select('match_keys').execute();
		for (const { match_keys: keys } of rows) expect(keys).toMatch(/^([\w-]{16}|-)( ([\w-]{16}|-)){4}$/);
	});

	it('is found by the next run where one was killed', async () => {
		await database.transact((trx) => trx.deleteFrom('duplicate_clusters').execute());
		const killed = { ...database, transact: () => Promise.reject(new Error('killed')) };
		await expect(findDuplicates(killed, NOW)).rejects.toThrow('killed');
		expect((await clusters()).toSorted()).toEqual(found.toSorted());
	});

	it('drops a cluster when a person tells another name', async () => {
		const facts = aPerson({ givenName: 'Luigi', familyName: 'Bianchi', taxCode: '', phone: '' });
		await database.transact((trx) => saveOwnPerson(trx, () => facts, requests[1]!.account, '2026-11-22T09:01:00.000Z'));
		expect((await clusters()).toSorted()).toEqual(found.slice(1).toSorted());
	});

	it('drops a cluster when a request ends, and its people when they are erased', async () => {
		await database.transact(async (trx) => {
			await trx.updateTable('applications').set({ ended_at: NOW }).where('id', '=', requests[2]!.id).execute();
			await trx.updateTable('applications').set({ ended_at: NOW }).where('id', '=', requests[3]!.id).execute();
		});
		const erased = await database.transact((trx) => eraseAccount(trx, requests[3]!.account, NOW));
		expect(erased).toEqual({ ok: true });
		const told = await database.db
			.selectFrom('duplicate_persons')
			.innerJoin('persons', 'persons.id', 'person_id')
			.innerJoin('duplicate_clusters', 'duplicate_clusters.id', 'cluster_id')
			.select('cluster_id')
			.where('kind', '=', 'phone')
			.execute();
		expect(told).toEqual([]);
		await database.transact(async (trx) => {
			const at = '2026-11-22T10:00:00.000Z';
			await trx.updateTable('persons').set({ updated_at: at }).execute();
		});
		expect(await clusters()).toEqual([]);
	});
});
