import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { withdrawOffer } from '$lib/server/letting/offers/service';
import { readWave } from '$lib/server/letting/offers/wave';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

const LATER = '2026-11-22T09:00:01.000Z';

let database: TestDatabase;
let officer: Actor, colleague: Actor;
let noticeId: string, roundId: string;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer');
	colleague = await anAccount(database, 'manager');
});
afterAll(() => database.close());
beforeEach(async () => {
	const account = await anAccount(database, 'applicant');
	const applications = [
		{ pseudonym: 'A-1', choices: [1], account },
		{ pseudonym: 'A-2', choices: [2] }
	];
	({ noticeId } = await aClosedNotice(database, { applications, corrections: 0 }));
	roundId = await publishNext(database, noticeId, officer, colleague);
});

const wave = async (choice = {}) => (await readWave(database.db, noticeId, choice, NOW))!;
const send = (mark: string, choice = {}, by = officer, now = NOW) =>
	database.transact((trx) => makeOffers(trx, { roundId, mark, ...choice }, by, now));
const live = async () =>
	(
		await database.db
			.selectFrom('offers')
			.innerJoin('applications', 'applications.id', 'offers.application_id')
			.select('applications.pseudonym')
			.where('offers.notice_id', '=', noticeId)
			.where('offers.released_at', 'is', null)
			.execute()
	)
		.map(({ pseudonym }) => pseudonym)
		.sort();

test('the page says how many, of whose homes, until when, and who gets a letter', async () => {
	const { offers, owners, heldBack, due, days, deadline } = await wave();
	expect(offers.map(({ pseudonym, online }) => [pseudonym, online]).sort()).toEqual([
		['A-1', true],
		['A-2', false]
	]);
	expect(owners.map((row) => [row.offers, row.heldBack])).toEqual([[2, 0]]);
	expect([heldBack, due, days, deadline]).toEqual([[], 2, 10, '2026-12-02T22:59:59.999Z']);
	expect(await readWave(database.db, 'nothing', {}, NOW)).toBeNull();
});

test('what is made is what was shown: a wave that changed is refused, and nothing of it is made', async () => {
	const { mark } = await wave();
	expect(await send((await wave({ only: ['A-1'] })).mark, { only: ['A-1'] }, colleague)).toMatchObject({ made: 1 });
	expect(await send(mark)).toEqual({ ok: false, problem: 'list-changed' });
	expect(await live()).toEqual(['A-1']);
	expect(await send((await wave()).mark)).toMatchObject({ made: 1 });
	expect(await live()).toEqual(['A-1', 'A-2']);
});

test('the first so many are made, and a second click makes them once', async () => {
	const { mark, offers } = await wave({ first: 1 });
	expect(offers).toHaveLength(1);
	expect(await send(mark, { first: 1 })).toMatchObject({ ok: true, made: 1 });
	expect(await send(mark, { first: 1 }, officer, LATER)).toEqual({ ok: true, made: 1, replaced: 0 });
	expect(await live()).toHaveLength(1);
	expect(await send(mark, { first: 1 }, colleague, LATER)).toEqual({ ok: false, problem: 'list-changed' });
});

test('a home that was withdrawn from its household meanwhile is not offered again by an old page', async () => {
	const { mark } = await wave();
	await send(mark);
	const { id } = await database.db
		.selectFrom('offers')
		.select('id')
		.where('notice_id', '=', noticeId)
		.orderBy('id')
		.executeTakeFirstOrThrow();
	const withdrawn = { id, reason: 'Verifica', dueToHousehold: true };
	await database.transact((trx) => withdrawOffer(trx, withdrawn, officer, LATER));
	expect(await send(mark, {}, officer, LATER)).toMatchObject({ ok: true, made: 2 });
	expect(await live()).toHaveLength(1);
});
