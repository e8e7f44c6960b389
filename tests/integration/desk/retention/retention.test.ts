import '../../../support/settings';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { carryOutRetention } from '$lib/server/desk/retention/carry-out';
import { decideRetention, proposeRetention, readRetention } from '$lib/server/desk/retention/service';
import { exportEverything } from '$lib/server/desk/rights/export-service';
import { newId } from '$lib/server/ids';
import { askForHome, endHomeSearch } from '$lib/server/letting/home-searches/service';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer } from '$lib/server/letting/offers/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { answersPlace } from '$lib/server/platform/secrets/places';
import { seal } from '$lib/server/platform/secrets/seal';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { verifyChain } from '$lib/server/platform/audit/verify';
import type { Actor } from '$lib/server/platform/auth/actor';
import { createDatabase } from '$lib/server/platform/db/database';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { ODD } from '../../../support/builders/every-kind-of-row';
import { aPersonToErase } from '../../../support/person-to-erase';

const { database, world, me, everyRow, sendAll } = aPersonToErase();
/** After the time of everything that was written in this world. */
const FAR = '2041-01-01T00:00:00.000Z';

let other: Actor;
beforeEach(async () => {
	other = await anAccount(database(), 'manager', 'Altra Dirigente');
	await everyRow();
	await sendAll();
	const search = { people: 1, iseeCents: 1, yearlyIncomeCents: null, neededBy: null, smokes: false, hasPets: false };
	await database().transact(async (trx) => {
		await askForHome(trx, { ...search, needs: noNeeds }, me(), NOW);
		await endHomeSearch(trx, me(), NOW);
		const about = { id: newId(), notice_id: world().noticeId, account_id: me().id, revision: 1, updated_at: NOW };
		const key = await personKey(trx, me().id, NOW);
		await trx
			.insertInto('application_drafts')
			.values({ ...about, answers_sealed: seal(key.key, answersPlace(about.id), {}), data_key_id: key.id })
			.execute();
	});
	await sendAll();
});

const counts = async (at = FAR) =>
	Object.fromEntries((await readRetention(database().db, at)).kinds.map(({ kind, count }) => [kind, count]));
const propose = (by: Actor = world().manager) => database().transact((trx) => proposeRetention(trx, by, FAR));
const open = async () => (await readRetention(database().db, FAR)).open;
const decide = async (outcome: 'confirmed' | 'withdrawn', by: Actor) => {
	const id = (await open())!.id;
	return database().transact((trx) => decideRetention(trx, { id, outcome }, by, FAR));
};
const agree = async () => {
	expect(await propose()).toEqual({ ok: true });
	expect(await decide('confirmed', other)).toEqual({ ok: true });
};
const carryOut = () => carryOutRetention(database(), FAR);
const entries = (event: 'retention_done') =>
	database().db.selectFrom('audit_entries').select('detail').where('event', '=', event).execute();

/** Many readings of one person, more than a batch. */
async function manyReadings(count: number) {
	const { id } = await database().db.selectFrom('persons').select('id').executeTakeFirstOrThrow();
	const about = { person_id: id, reader_id: world().officer.id, day: '2026-11-22', at: NOW, reason: null };
	const rows = Array.from({ length: count }, (_, index) => ({
		...{ id: newId(), subject_type: 'offer' as const, subject_id: String(index) },
		...about
	}));
	for (let from = 0; from < count; from += 500)
		await database()
			.db.insertInto('readings')
			.values(rows.slice(from, from + 500))
			.execute();
}

describe('what is due', () => {
	it('is nothing before its time, and every kind after it', async () => {
		expect(await counts(NOW)).toEqual({ draft: 0, reading: 0, message: 0, 'home-search': 0, request: 0 });
		const due = await counts();
		expect(due).toMatchObject({ draft: 1, 'home-search': 1, request: 3 });
		expect(Math.min(...Object.values(due))).toBeGreaterThan(0);
		const { kinds } = await readRetention(database().db, FAR);
		for (const kind of kinds) expect(kind).toMatchObject({ oldest: expect.any(String), source: expect.any(String) });
	});

	it('goes once two managers agree, and not before', async () => {
		const before = await counts();
		for (const by of [world().officer, await anAccount(database(), 'administrator')])
			expect(await propose(by)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await propose()).toEqual({ ok: true });
		expect(await propose()).toEqual({ ok: true });
		expect(await propose(other)).toEqual({ ok: false, problem: 'open-already' });
		await carryOut();
		expect(await decide('confirmed', world().manager)).toEqual({ ok: false, problem: 'own-list' });
		expect(await decide('confirmed', world().officer)).toEqual({ ok: false, problem: 'not-allowed' });
		const alone = { outcome: 'confirmed', decided_by: world().manager.id, decided_at: FAR } as const;
		await expect(database().db.updateTable('retention_runs').set(alone).execute()).rejects.toThrow(/second_person/);
		expect(await counts()).toEqual(before);

		const { id } = (await open())!;
		expect(await decide('confirmed', other)).toEqual({ ok: true });
		expect(await decide('confirmed', other)).toEqual({ ok: true });
		await carryOut();
		expect(await counts()).toEqual({ draft: 0, reading: 0, message: 0, 'home-search': 0, request: 0 });
		const { ended } = await readRetention(database().db, FAR);
		expect(ended).toMatchObject([{ id, shown: before, gone: before, finishedAt: FAR }]);
		expect((await entries('retention_done')).map(({ detail }) => JSON.parse(detail!))).toEqual([before]);
		expect(await verifyChain(database().db)).toMatchObject({ ok: true });
	});

	it('takes names, health and reasons from requests; the person, the account and the ranking stay', async () => {
		const rankings = () => database().db.selectFrom('rounds').selectAll().execute();
		const ranking = await rankings();
		await agree();
		await carryOut();
		const requests = await database().db.selectFrom('applications').selectAll().execute();
		expect(requests.map(({ pseudonym }) => pseudonym).toSorted()).toEqual(['A-1', 'A-2', 'A-3']);
		expect(requests.map(({ account_id }) => account_id)).toEqual([null, null, null]);
		const keys = await openDataKeys(
			database().db,
			requests.map((row) => row.data_key_id)
		);
		expect(keys.size).toBe(0);
		expect(await rankings()).toEqual(ranking);
		expect(await readOwnPerson(database().db, me().id)).toMatchObject({ facts: ODD });
		const file = await exportEverything(database().db, me(), FAR);
		expect(file).toMatchObject({ requests: [], drafts: [], homeSearches: [], messages: [] });
		expect(file?.documents).toHaveLength(2);
	});

	it('is withdrawn by one manager, and then nothing goes', async () => {
		await propose();
		const before = await counts();
		expect(await decide('withdrawn', world().manager)).toEqual({ ok: true });
		await carryOut();
		expect(await counts()).toEqual(before);
		expect(await open()).toBeNull();
		expect(await propose(other)).toEqual({ ok: true });
	});
});

describe('what is kept', () => {
	it('is a request with a home: an open offer, a running contract, a contract that ended less than ten years ago', async () => {
		await database().transact((trx) => makeOffers(trx, { roundId: world().roundId }, world().officer, NOW));
		expect((await counts()).request).toBe(1);
		const { id } = await database()
			.db.selectFrom('offers')
			.innerJoin('applications', 'applications.id', 'application_id')
			.select('offers.id')
			.where('account_id', '=', me().id)
			.executeTakeFirstOrThrow();
		await agree();
		// Between the list and the job the household takes the home.
		await database().transact((trx) => acceptOffer(trx, id, me(), NOW));
		await carryOut();
		const left = async () =>
			(await database().db.selectFrom('applications').select('id').where('account_id', '=', me().id).execute()).length;
		expect(await left()).toBe(1);
		const end = (ended_at: string) => database().db.updateTable('tenancies').set({ ended_at }).execute();
		await end('2035-01-01T00:00:00.000Z');
		expect((await counts()).request).toBe(0);
		await end('2030-12-31T00:00:00.000Z');
		expect((await counts()).request).toBe(1);
	});

	it('is a letter that waits to be posted, and a mail that waits to be sent', async () => {
		const { message } = await counts();
		const [one] = await database().db.selectFrom('messages').select('id').execute();
		const change = (channel: 'paper' | 'email') =>
			database().db.updateTable('messages').set({ channel }).where('id', '=', one!.id).execute();
		await change('paper');
		expect((await counts()).message).toBe(message! - 1);
		await change('email');
		const waits = { sent_at: null, given_up_at: null };
		await database().db.updateTable('outbox').set(waits).where('message_id', '=', one!.id).execute();
		expect((await counts()).message).toBe(message! - 1);
	});
});

describe('the job', () => {
	it('of many processes removes each record once, and ends once', async () => {
		await manyReadings(1_000);
		const due = await counts();
		await agree();
		const second = createDatabase(database().url);
		await Promise.all([database(), second, database(), second].map((one) => carryOutRetention(one, FAR)));
		await second.close();
		expect((await readRetention(database().db, FAR)).ended).toMatchObject([{ gone: due }]);
		expect(await entries('retention_done')).toHaveLength(1);
	});

	it('that is killed in a batch goes on with the next process, and counts each record once', async () => {
		await manyReadings(1_000);
		const due = await counts();
		await agree();
		await killedInSecondBatch();
		const gone = (await open())!.gone;
		expect(gone.draft + gone.reading).toBeGreaterThan(0);
		expect(gone.reading).toBeLessThan(due['reading']!);
		await carryOut();
		expect((await readRetention(database().db, FAR)).ended).toMatchObject([{ gone: due }]);
		expect(await entries('retention_done')).toHaveLength(1);
	});
});

const program = 'tests/support/processes/carry-out-retention.ts';
const folder = `.cache/retention-${process.env['TEST_DATABASE'] ?? 'sqlite'}`;

async function killedInSecondBatch() {
	const build = [
		'build',
		'--config',
		'vite.cli.config.ts',
		'--outDir',
		folder,
		'--ssr',
		program,
		'--logLevel',
		'error'
	];
	execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...build], { env: { PATH: process.env['PATH'] } });
	const args = [`${folder}/carry-out-retention.js`, database().url, FAR];
	const job = spawn(process.execPath, args, { env: { ...process.env }, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(job, 'exit');
	const [said] = (await Promise.race([once(job.stdout, 'data'), ended])) as [unknown];
	expect(String(said)).toBe('inside');
	job.kill('SIGKILL');
	expect((await ended)[1]).toBe('SIGKILL');
}
