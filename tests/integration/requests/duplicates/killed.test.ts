import '../../../support/settings';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { openCluster } from '$lib/server/requests/duplicates/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { toldHouseholds } from '../../../support/builders/duplicates';
import { manyTold } from '../../../support/builders/many-told';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { buildProgram, buildProgramWithJobs, runAndKill, type Moment } from '../../../support/killed-process';

/** More than a search writes in one transaction. */
const PAIRS = 600;

let programs: Record<'search' | 'decide', string>;
let database: TestDatabase;
beforeAll(() => {
	programs = { search: buildProgramWithJobs('search-duplicates'), decide: buildProgram('decide-duplicate') };
});
beforeEach(async () => {
	database = await openTestDatabase();
});
afterEach(() => database.close());

/** How many people each cluster has. */
const sizes = async () => {
	const rows = await database.db
		.selectFrom('duplicate_clusters as cluster')
		.leftJoin('duplicate_persons as one', 'one.cluster_id', 'cluster.id')
		.select((eb) => ['cluster.id', eb.fn.count<number>('one.person_id').as('count')])
		.groupBy('cluster.id')
		.execute();
	return rows.map(({ count }) => Number(count));
};

describe('a search that is killed', () => {
	beforeEach(() => manyTold(database, 2 * PAIRS, (n) => ({ phone: `+39 02 ${1_000_000 + (n >> 1)}` })));
	const searchAndKill = (where: Moment) => runAndKill(programs.search, [database.url, NOW], where);
	const whole = Array.from({ length: PAIRS }, () => 2);

	it('before it commits leaves nothing, and the next one finds all', async () => {
		await searchAndKill('inside');
		expect(await sizes()).toEqual([]);
		await findDuplicates(database, NOW);
		expect(await sizes()).toEqual(whole);
	});

	it('in the middle leaves whole clusters, and the next one finds the rest', async () => {
		await searchAndKill('committed');
		const left = await sizes();
		expect(left.length).toBeGreaterThan(0);
		expect(left).toEqual(whole.slice(0, left.length));
		expect(left.length).toBeLessThan(PAIRS);
		await findDuplicates(database, NOW);
		expect(await sizes()).toEqual(whole);
	});
});

describe('a decision whose process is killed', () => {
	const mario = { givenName: 'Mario', familyName: 'Prova', born: '1980-05-01' };
	let officer: Actor;
	let id: string;
	beforeEach(async () => {
		officer = await anAccount(database, 'officer');
		await toldHouseholds(database, [{ applicant: mario }, { applicant: mario }]);
		await findDuplicates(database, NOW);
		({ id } = await database.db.selectFrom('duplicate_clusters').select('id').executeTakeFirstOrThrow());
		await database.transact((trx) => openCluster(trx, { id, after: '', reason: '' }, officer, NOW));
	});

	async function decideAndKill(where: Moment) {
		await runAndKill(programs.decide, [database.url, officer.id, id, 'Visti i due documenti', NOW], where);
		const columns = ['outcome', 'decided_by', 'revision'] as const;
		const cluster = await database.db.selectFrom('duplicate_clusters').select(columns).executeTakeFirstOrThrow();
		const told = await database.db
			.selectFrom('audit_entries')
			.select('seq')
			.where('event', '=', 'duplicate_decided')
			.execute();
		return { ...cluster, told: told.length };
	}

	it('before the commit is not made, and not told', async () => {
		expect(await decideAndKill('inside')).toEqual({ outcome: null, decided_by: null, revision: 0, told: 0 });
	});

	it('after the commit is made whole', async () => {
		expect(await decideAndKill('committed')).toEqual({
			outcome: 'same',
			decided_by: officer.id,
			revision: 1,
			told: 1
		});
	});
});
