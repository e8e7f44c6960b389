import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quicknet } from '$lib/domain/draw/drand';
import { drawBeacon } from '$lib/domain/draw/public-draw';
import type { Actor } from '$lib/server/platform/auth/actor';
import { verifyChain } from '$lib/server/platform/audit/verify';
import { checkDrand, enterDraw, recordDrand } from '$lib/server/notices/notices/beacon-service';
import { draftNotice } from '$lib/server/notices/notices/draft-service';
import { fetchBeacons } from '$lib/server/notices/notices/fetch-beacons';
import { readNotice, readNoticeForStaff } from '$lib/server/notices/notices/reading-service';
import { aDraft, anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { anApprovedRuleSet } from '../../../support/builders/rule-set';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const CLOSED = '2026-11-30T23:00:00.000Z';
let database: TestDatabase;
let first: Actor;
let second: Actor;

beforeAll(async () => {
	database = await openTestDatabase();
	first = await anActor(database.db, 'officer', 'Elena Rota');
	second = await anActor(database.db, 'manager', 'Mario Dell’Orto');
});
afterAll(() => database.close());

describe('a named public draw', () => {
	const enter = (id: string, numbers: string, by: Actor, at = CLOSED) =>
		database.transact((trx) => enterDraw(trx, { id, numbers }, by, at));
	const beaconOf = async (id: string) => (await readNotice(database.db, { id, page: 1 }, null, CLOSED))!.notice.beacon;
	const waits = { ok: true, recorded: false };

	it('is recorded when a second person enters the same numbers, in any order', async () => {
		const { id } = await anOpenNotice(database, [5800]);
		expect(await enter(id, '81 7 19 34 58', first)).toEqual(waits);
		expect(await beaconOf(id)).toBeNull();
		expect(await enter(id, '7, 19, 34, 58, 81', second)).toEqual({ ok: true, recorded: true });
		const { notice, proof } = (await readNotice(database.db, { id, page: 1 }, null, CLOSED))!;
		expect(proof).toEqual({ proof: '7.19.34.58.81./', first: 'Elena Rota', second: 'Mario Dell’Orto' });
		expect(notice.beacon).toBe(drawBeacon('7.19.34.58.81./'));
		expect(await enter(id, '7 19 34 58 81', first)).toEqual({ ok: false, problem: 'already-recorded' });
		expect(await verifyChain(database.db)).toMatchObject({ ok: true });
	});

	it('one person alone never records it, however often', async () => {
		const { id } = await anOpenNotice(database, [5800]);
		for (let times = 0; times < 3; times += 1) expect(await enter(id, '7 19 34 58 81', first)).toEqual(waits);
		expect(await beaconOf(id)).toBeNull();
	});

	it('a difference is told and records nothing; the first person corrects, then it is recorded', async () => {
		const { id } = await anOpenNotice(database, [5800]);
		await enter(id, '7 19 34 58 18', first);
		expect(await enter(id, '7 19 34 58 81', second)).toEqual({ ok: false, problem: 'numbers-differ' });
		expect(await beaconOf(id)).toBeNull();
		expect(await enter(id, '7 19 34 58 81', first)).toEqual(waits);
		expect(await enter(id, '7 19 34 58 81', second)).toEqual({ ok: true, recorded: true });
	});

	it('the second person does not see the numbers, the first sees their own', async () => {
		const { id } = await anOpenNotice(database, [5800]);
		await enter(id, '7 19 34 58 81', first);
		const seenBy = async (by: Actor) => (await readNoticeForStaff(database.db, id, by, CLOSED))!.waiting;
		expect(await seenBy(second)).toEqual({ by: 'Elena Rota', at: CLOSED, numbers: null });
		expect((await seenBy(first))?.numbers).toBe('7.19.34.58.81./');
	});

	it('is refused before closing, without numbers, and to who may not', async () => {
		const { id } = await anOpenNotice(database, [5800]);
		const last = '2026-11-30T22:59:59.999Z';
		expect(await enter(id, '7 19 34 58 81', first, last)).toEqual({ ok: false, problem: 'not-closed' });
		expect(await enter(id, '7 19 34 58', first)).toEqual({ ok: false, problem: 'not-numbers' });
		const applicant = await anActor(database.db, 'applicant');
		expect(await enter(id, '7 19 34 58 81', applicant)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await enter('nessuno', '7 19 34 58 81', first)).toEqual({ ok: false, problem: 'not-found' });
	});

	it('two persons in the same moment: recorded once, with the same numbers or with none', async () => {
		const { id } = await anOpenNotice(database, [5800]);
		const both = await Promise.all([enter(id, '1 2 3 4 5', first), enter(id, '5 4 3 2 1', second)]);
		expect(both.filter((one) => one.ok && one.recorded)).toHaveLength(1);
		const other = await anOpenNotice(database, [5800]);
		const apart = await Promise.all([enter(other.id, '1 2 3 4 5', first), enter(other.id, '1 2 3 4 6', second)]);
		expect(apart.filter((one) => one.ok)).toEqual([waits]);
		expect(await beaconOf(other.id)).toBeNull();
	});

	it('the database itself refuses a number without two persons, one person twice, and any change', async () => {
		const { id } = await anOpenNotice(database, [5800]);
		const set = (beacon: string | null) =>
			database.db.updateTable('notices').set({ beacon }).where('id', '=', id).execute();
		await enter(id, '7 19 34 58 81', first);
		await expect(set(drawBeacon('7.19.34.58.81./'))).rejects.toThrow(/two persons/);
		const alone = database.db
			.updateTable('notice_beacons')
			.set({ confirmed_by: first.id, confirmed_at: CLOSED })
			.where('notice_id', '=', id)
			.execute();
		await expect(alone).rejects.toThrow(/notice_beacons_two_persons|CHECK/i);
		await enter(id, '7 19 34 58 81', second);
		await expect(set('ab'.repeat(32))).rejects.toThrow(/two persons/);
		await expect(set(null)).rejects.toThrow(/two persons/);
	});
});

describe('a round of drand', () => {
	/** Round 1000 of quicknet, published on 23 August 2023. */
	const signature = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
	const beacon = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd';
	const after = '2023-08-23T18:00:00.000Z';
	const drand = {
		opensOn: '2023-08-01',
		closesOn: '2023-08-20',
		beaconSource: 'drand quicknet, 1000',
		beaconOrigin: { kind: 'drand', chain: quicknet.hash, round: 1000 }
	} as const;
	/** The rules of the agency's notices, in force already that year. */
	let ruleSetId: string;
	beforeAll(async () => {
		ruleSetId = await anApprovedRuleSet(database, 'agency-2026', (rules) => ({ ...rules, validFrom: '2023-01-01' }));
	});
	const waitingNotice = async () =>
		(await anOpenNotice(database, [5800], { ...drand, ruleSetId }, '2023-07-20T08:00:00.000Z')).id;

	it('is recorded by one person when the network’s key says that it is that round’s', async () => {
		const id = await waitingNotice();
		const checked = await checkDrand(database.db, id, ` ${signature.toUpperCase()}\n`);
		if (!checked.ok) throw new Error(checked.problem);
		const record = (by: Actor) =>
			database.transact((trx) => recordDrand(trx, { id, checked: checked.beacon }, by, after));
		expect(await record(await anActor(database.db, 'auditor'))).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await record(first)).toEqual({ ok: true, recorded: true });
		const found = (await readNotice(database.db, { id, page: 1 }, null, after))!;
		expect(found.notice.beacon).toBe(beacon);
		expect(found.proof).toEqual({ proof: signature, first: 'Elena Rota', second: null });
		expect(await record(first)).toEqual({ ok: false, problem: 'already-recorded' });
	});

	it.each([
		[
			'of another round',
			'b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92'
		],
		['changed by one figure', signature.replace(/9$/, '8')],
		['cut', signature.slice(2)],
		['that is no signature', 'estratto']
	])('a signature %s is refused', async (_what, wrong) => {
		expect(await checkDrand(database.db, await waitingNotice(), wrong)).toEqual({
			ok: false,
			problem: 'signature-wrong'
		});
	});

	it('numbers typed by hand do not stand for it, nor it for a draw', async () => {
		const id = await waitingNotice();
		const typed = await database.transact((trx) => enterDraw(trx, { id, numbers: '1 2 3 4 5' }, first, after));
		expect(typed).toEqual({ ok: false, problem: 'other-source' });
		const draw = await anOpenNotice(database, [5800]);
		expect(await checkDrand(database.db, draw.id, signature)).toEqual({ ok: false, problem: 'other-source' });
	});

	it('a draft whose round comes out before closing is refused, and so is a draw without a name', async () => {
		const draft = (changes: Parameters<typeof aDraft>[0]) =>
			database.transact((trx) => draftNotice(trx, aDraft(changes), first, '2023-07-20T08:00:00.000Z'));
		expect(await draft({ ...drand, ruleSetId, closesOn: '2023-08-23' })).toEqual({
			ok: false,
			problem: 'beacon-too-early'
		});
		expect(await draft({ beaconSource: '' })).toEqual({ ok: false, problem: 'draw-without-name' });
	});

	describe('fetched from a server', () => {
		let server: Server;
		let url: string;
		const asked: string[] = [];
		let answer: object = { round: 1000, randomness: beacon, signature };

		beforeAll(async () => {
			server = createServer((request, response) => {
				asked.push(request.url!);
				response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
			});
			await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
			url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		});
		afterAll(() => new Promise((done) => server.close(done)));

		it('is recorded when it is true, by the portal itself, and not asked for again', async () => {
			await database.db
				.updateTable('notices')
				.set({ closes_at: '2027-01-01T00:00:00.000Z' })
				.where('beacon_kind', '=', 'drand')
				.where('beacon', 'is', null)
				.execute();
			const id = await waitingNotice();
			expect(await fetchBeacons(database, url, '2023-08-23T15:00:00.000Z')).toBe(0);
			expect(asked).toEqual([]);
			answer = { round: 1000, randomness: beacon, signature: signature.replace(/9$/, '8') };
			expect(await fetchBeacons(database, url, after)).toBe(0);
			answer = { round: 1000, randomness: beacon, signature };
			expect(await fetchBeacons(database, url, after)).toBe(1);
			expect(asked).toEqual(Array(2).fill(`/${quicknet.hash}/public/1000`));
			expect((await readNotice(database.db, { id, page: 1 }, null, after))?.notice.beacon).toBe(beacon);
			expect(await fetchBeacons(database, url, after)).toBe(0);
			expect(asked).toHaveLength(2);
		});
	});
});
