import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFile } from '$lib/server/desk/file/service';
import { openFile } from '$lib/server/desk/file/open-service';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { readWorkList } from '$lib/server/desk/work-list/service';
import { newId } from '$lib/server/ids';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import { clustersOfRequest, listClusters, readCluster } from '$lib/server/requests/duplicates/reading-service';
import { decideCluster, openCluster, undoDecision, type NewDecision } from '$lib/server/requests/duplicates/service';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { toldHouseholds } from '../../../support/builders/duplicates';
import { healthFacts } from '../../../support/builders/household';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let officer: Actor;
let requests: Awaited<ReturnType<typeof toldHouseholds>>['requests'];

const mario = { givenName: 'Mario', familyName: 'Prova Segreta', born: '1980-05-01' };

async function begin(...households: Parameters<typeof toldHouseholds>[1]) {
	({ requests } = await toldHouseholds(database, households));
	await findDuplicates(database, NOW);
}
beforeEach(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
});
afterEach(() => database.close());

const list = async (view: 'people' | 'phone' | 'decided' = 'people', by = officer) =>
	(await listClusters(database.db, { view, after: '' }, by))!.clusters;
const first = async () => (await list())[0]!.id;
const seen = async (id: string, by = officer) => {
	const cluster = (await readCluster(database.db, id, '', by, NOW))!;
	if (cluster.closed) throw new Error('closed');
	return cluster;
};
const open = (id: string, by = officer, reason = '') =>
	database.transact((trx) => openCluster(trx, { id, after: '', reason }, by, NOW));
const decide = async (id: string, changes: Partial<NewDecision> = {}, by = officer) => {
	const { revision } = await seen(id, by);
	const given = {
		id,
		revision,
		decision: newId(),
		outcome: 'same',
		reason: 'Visti i due documenti',
		persons: null
	} as const;
	return database.transact((trx) => decideCluster(trx, { ...given, ...changes }, by, NOW));
};
const related = async (index: number) => {
	const { id } = requests[index]!;
	await database.transact((trx) => openFile(trx, id, 'Controllo dei requisiti', officer, NOW));
	return (await readFile(database.db, id, officer, NOW))!.opened!.related.map(({ protocol }) => protocol);
};

describe('a cluster', () => {
	beforeEach(() => begin({ applicant: mario }, { applicant: { ...mario, givenName: 'MARIO' } }));

	it('tells protocols and evidence, and names only once the requests are opened, which both households read', async () => {
		const [listed] = await list();
		expect(listed).toMatchObject({ isProtected: false, size: 2, evidence: ['names'] });
		const id = listed!.id;
		expect(JSON.stringify(await seen(id))).not.toContain('Prova Segreta');
		expect(await open(id)).toEqual({ ok: true });
		expect((await seen(id)).people.map(({ told }) => told?.names?.familyName)).toEqual([
			'Prova Segreta',
			'Prova Segreta'
		]);
		for (const { account } of requests)
			expect(await myReadings(database.db, account)).toMatchObject([{ subjectType: 'request', readerId: officer.id }]);
		const other = await anAccount(database, 'manager');
		expect(JSON.stringify(await seen(id, other))).not.toContain('Prova Segreta');
	});

	it('waits in the list of work until it is decided', async () => {
		const kinds = async () => (await readWorkList(database.db, officer, NOW)).groups.map(({ kind }) => kind);
		expect(await kinds()).toContain('decide-duplicate');
		const id = await first();
		await open(id);
		expect(await decide(id)).toEqual({ ok: true });
		expect(await kinds()).not.toContain('decide-duplicate');
		await findDuplicates(database, NOW);
		expect(await list()).toEqual([]);
		expect(await list('decided')).toMatchObject([{ id, outcome: 'same' }]);
	});

	it('is decided by who has opened it, with a reason, once', async () => {
		const id = await first();
		expect(await decide(id)).toEqual({ ok: false, problem: 'closed' });
		await open(id);
		expect(await decide(id, { reason: 'sì' })).toEqual({ ok: false, problem: 'reason-needed' });
		const { revision } = await seen(id);
		expect(await decide(id, { outcome: 'apart' })).toEqual({ ok: true });
		expect(await decide(id, { outcome: 'apart', revision })).toEqual({ ok: true });
		expect(await decide(id, { outcome: 'same', revision })).toEqual({ ok: false, problem: 'changed' });
		expect(await seen(id)).toMatchObject({ outcome: 'apart', reason: 'Visti i due documenti' });
		const [row] = await database.db.selectFrom('duplicate_clusters').select('reason_sealed').execute();
		expect(row!.reason_sealed).not.toContain('documenti');
	});

	it.each(['auditor', 'applicant', 'caseworker', 'landlord'] as const)('is closed to the role %s', async (role) => {
		const id = await first();
		const by = await anAccount(database, role);
		expect(await listClusters(database.db, { view: 'people', after: '' }, by)).toBeNull();
		expect(await readCluster(database.db, id, '', by, NOW)).toBeNull();
		expect(await open(id, by)).toEqual({ ok: false, problem: 'not-allowed' });
		const given = {
			id,
			revision: 0,
			decision: newId(),
			outcome: 'same',
			reason: 'Visti i documenti',
			persons: null
		} as const;
		expect(await database.transact((trx) => decideCluster(trx, given, by, NOW))).toEqual({
			ok: false,
			problem: 'not-allowed'
		});
		const undone = { id, revision: 0, reason: 'Visti i documenti' };
		expect(await database.transact((trx) => undoDecision(trx, undone, by, NOW))).toEqual({
			ok: false,
			problem: 'not-allowed'
		});
	});

	it('shows each request in the file of the other while the office takes them for one person, until it is undone', async () => {
		expect(await related(0)).toEqual([]);
		const id = await first();
		await open(id);
		await decide(id);
		expect(await related(0)).toEqual([requests[1]!.protocol]);
		const { revision } = await seen(id);
		const undo = { id, revision, reason: 'I documenti sono di due persone' };
		expect(await database.transact((trx) => undoDecision(trx, undo, officer, NOW))).toEqual({ ok: true });
		expect(await database.transact((trx) => undoDecision(trx, undo, officer, NOW))).toEqual({ ok: true });
		expect(await related(0)).toEqual([]);
		await findDuplicates(database, NOW);
		expect(await list()).toMatchObject([{ id, outcome: null, evidence: ['names'] }]);
		const said = database.db.selectFrom('audit_entries').select('event').where('subject_type', '=', 'duplicate');
		expect((await said.orderBy('seq').execute()).map(({ event }) => event)).toEqual([
			'duplicate_decided',
			'duplicate_reopened'
		]);
	});

	it('changes nothing of the requests', async () => {
		const rows = () => database.db.selectFrom('applications').selectAll().orderBy('id').execute();
		const before = await rows();
		const id = await first();
		await open(id);
		await decide(id);
		expect(await rows()).toEqual(before);
	});

	it('goes with a person who is erased, and its reason with it', async () => {
		const id = await first();
		await open(id);
		await decide(id);
		await database.transact((trx) => trx.updateTable('applications').set({ ended_at: NOW }).execute());
		expect(await database.transact((trx) => eraseAccount(trx, requests[0]!.account, NOW))).toEqual({ ok: true });
		expect(await database.db.selectFrom('duplicate_clusters').select('id').execute()).toEqual([]);
		expect(await database.db.selectFrom('duplicate_persons').select('person_id').execute()).toEqual([]);
	});
});

describe('a cluster of three', () => {
	beforeEach(() => begin({ applicant: mario }, { applicant: mario }, { applicant: mario }));

	it('is decided in parts, and goes when nothing is left to say', async () => {
		const id = await first();
		await open(id);
		const [a, b, c] = (await seen(id)).people.map(({ personId }) => personId);
		expect(await decide(id, { persons: [a!] })).toEqual({ ok: false, problem: 'too-few' });
		expect(await decide(id, { persons: [a!, 'nobody'] })).toEqual({ ok: false, problem: 'changed' });
		const decision = newId();
		const { revision } = await seen(id);
		expect(await decide(id, { decision, revision, persons: [a!, b!] })).toEqual({ ok: true });
		expect(await decide(id, { decision, revision, persons: [a!, b!] })).toEqual({ ok: true });
		expect(await list('decided')).toHaveLength(1);
		await findDuplicates(database, NOW);
		expect(await list()).toHaveLength(1);
		expect(await decide(id, { outcome: 'apart', persons: [b!, c!] })).toEqual({ ok: true });
		expect(await list()).toEqual([]);
		await findDuplicates(database, NOW);
		expect(await list()).toEqual([]);
		expect(await list('decided')).toHaveLength(2);
	});

	it('is not decided by who saw it before somebody else did', async () => {
		const id = await first();
		const second = await anAccount(database, 'officer');
		await open(id);
		await open(id, second);
		const { revision, people } = await seen(id);
		const persons = people.slice(0, 2).map(({ personId }) => personId);
		expect(await decide(id, { persons }, second)).toEqual({ ok: true });
		expect(await decide(id, { outcome: 'apart', revision })).toEqual({ ok: false, problem: 'changed' });
	});
});

describe('a protected household', () => {
	const violence = { ...healthFacts(), emergency: ['violence' as const] };
	const protectedOne = { ...mario, safeContact: 'Sportello, 02 0000' };
	beforeEach(() => begin({ applicant: protectedOne, health: violence }, { applicant: mario }));
	const WHY = 'Verifica richiesta dalla dirigente';

	it('is told by no list, no page and no file of another household', async () => {
		const [listed] = await list();
		expect(listed).toEqual({ id: listed!.id, isProtected: true });
		expect(await readCluster(database.db, listed!.id, '', officer, NOW)).toEqual({ id: listed!.id, closed: true });
		const other = { id: requests[1]!.id, accountId: requests[1]!.account.id };
		expect(await clustersOfRequest(database.db, other)).toEqual([]);
	});

	it('is opened with a reason, which it reads', async () => {
		const id = await first();
		expect(await open(id)).toEqual({ ok: false, problem: 'reason-needed' });
		expect(await open(id, officer, WHY)).toEqual({ ok: true });
		expect((await seen(id)).people).toHaveLength(2);
		expect(await myReadings(database.db, requests[0]!.account)).toMatchObject([
			{ subjectType: 'request', reason: WHY }
		]);
	});

	it('stays out of the file of another household after a decision too', async () => {
		const id = await first();
		await open(id, officer, WHY);
		expect(await decide(id)).toEqual({ ok: true });
		expect(await related(1)).toEqual([]);
		expect(await related(0)).toEqual([requests[1]!.protocol]);
	});
});
