import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAll } from '$lib/server/demo/repository';
import { newId } from '$lib/server/ids';
import { matchKeys } from '$lib/server/people/persons/match-keys';
import type { Actor } from '$lib/server/platform/auth/actor';
import { createDataKey, type DataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { needsPlace } from '$lib/server/platform/secrets/places';
import { sealPerson } from '$lib/server/people/persons/stored-facts';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { listClusters, PEOPLE, readCluster } from '$lib/server/requests/duplicates/reading-service';
import { decideCluster } from '$lib/server/requests/duplicates/service';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold, aMember } from '../../../support/builders/household';
import { aPerson } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const EQUAL = 5_000;

let database: TestDatabase;
let officer: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	const { noticeId } = await aClosedNotice(database, { applications: [] });
	await database.transact(async (trx) => {
		const key = await createDataKey(trx, NOW);
		const some = Array.from({ length: EQUAL }, (_, n) => rowsOf(n, noticeId, key));
		await insertAll(trx, {
			accounts: some.map(({ account }) => account),
			persons: some.map(({ person }) => person),
			applications: some.map(({ request }) => request)
		});
	});
});
afterAll(() => database.close());

const facts = JSON.stringify(aHousehold({ members: [aMember({ id: 'm1' })] }));

/** A household of one, who told a phone and no name. */
function rowsOf(n: number, noticeId: string, { id: keyId, key }: DataKey) {
	const [account, person, request] = [newId(), newId(), newId()];
	const told = aPerson({ givenName: '', familyName: '', taxCode: '', phone: '+39 02 1234567' });
	const of = { id: account, email: `${n}@chiavi.example`, name: 'P', role: 'applicant' as const };
	return {
		account: { ...of, password_hash: '-', created_at: NOW },
		person: {
			...{ id: person, account_id: account, data_key_id: keyId, facts_sealed: sealPerson(key, person, told) },
			...{ revision: 0, tax_code_hash: null, created_at: NOW, updated_at: NOW, synthetic: 1 },
			...{ names_indexed: 1, match_keys: matchKeys(told) }
		},
		request: {
			...{ id: request, notice_id: noticeId, account_id: account, pseudonym: `P-${n}`, protocol: `P-${n}`, facts },
			...{ needs_sealed: seal(key, needsPlace(request), noHealthFacts), data_key_id: keyId, choices: '[]' },
			...{ receipt_leaf: '-', receipt_salt: '-', submitted_at: NOW, synthetic: 1 }
		}
	};
}

describe('5,000 people with one phone', () => {
	it('are one cluster, also when two processes look at once', async () => {
		await Promise.all([findDuplicates(database, NOW), findDuplicates({ ...database }, NOW)]);
		const { clusters } = (await listClusters(database.db, { view: 'phone', after: '' }, officer))!;
		expect(clusters).toMatchObject([{ kind: 'phone', size: EQUAL, protocols: [] }]);
		expect((await listClusters(database.db, { view: 'people', after: '' }, officer))!.clusters).toEqual([]);
	});

	it('are read a page at a time, and decided at once', async () => {
		const [row] = (await listClusters(database.db, { view: 'phone', after: '' }, officer))!.clusters;
		const met = new Set<string>();
		for (let after = ''; ;) {
			const cluster = (await readCluster(database.db, row!.id, after, officer, NOW))!;
			if (cluster.closed) throw new Error('closed');
			for (const { personId } of cluster.people) met.add(personId);
			expect(cluster.people.length).toBeLessThanOrEqual(PEOPLE);
			if (!cluster.next || met.size > 3 * PEOPLE) break;
			after = cluster.next;
		}
		expect(met.size).toBe(4 * PEOPLE);
		const given = {
			id: row!.id,
			revision: 0,
			decision: newId(),
			outcome: 'apart',
			reason: 'Telefono dello sportello',
			persons: null
		} as const;
		expect(await database.transact((trx) => decideCluster(trx, given, officer, NOW))).toEqual({ ok: true });
		await findDuplicates(database, NOW);
		expect((await listClusters(database.db, { view: 'phone', after: '' }, officer))!.clusters).toEqual([]);
	});
});
