import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { listClusters, PEOPLE, readCluster } from '$lib/server/requests/duplicates/reading-service';
import { decideCluster } from '$lib/server/requests/duplicates/service';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { manyTold } from '../../../support/builders/many-told';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const EQUAL = 5_000;

let database: TestDatabase;
let officer: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	await manyTold(database, EQUAL, () => ({ phone: '+39 02 1234567' }));
});
afterAll(() => database.close());

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
