import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Rating } from '$lib/domain/ratings/rating';
import { exportOf } from '$lib/server/requests/rights/service';
import { rateJourney, readOwnRating, readRatings } from '$lib/server/requests/ratings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let applicant: Actor, stranger: Actor, officer: Actor;
let requestId: string;
beforeAll(async () => {
	database = await openTestDatabase();
	[stranger, officer] = [await anAccount(database, 'applicant'), await anAccount(database, 'officer')];
});
afterAll(() => database.close());
beforeEach(async () => {
	applicant = await anAccount(database, 'applicant');
	await aClosedNotice(database, { applications: [{ pseudonym: 'A-1', choices: [1], account: applicant }] });
	const own = database.db.selectFrom('applications').select('id').where('account_id', '=', applicant.id);
	requestId = (await own.executeTakeFirstOrThrow()).id;
});

const rate = (given: Partial<Omit<Rating, 'journey'>>, by = applicant) =>
	database.transact((trx) => rateJourney(trx, { requestId, ...given }, by, NOW));
const rating = async () => (await readOwnRating(database.db, requestId, applicant))!.rating;
const logged = async () => {
	const { count } = await database.db
		.selectFrom('audit_entries')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('event', '=', 'journey_rated')
		.where('subject_id', '=', requestId)
		.executeTakeFirstOrThrow();
	return Number(count);
};

describe('a household rates its journey', () => {
	test('once, however often it is clicked, and may change its mind', async () => {
		expect(await rating()).toBeNull();
		for (const _ of [1, 2]) expect(await rate({ stars: 4 })).toEqual({ ok: true });
		expect(await rating()).toEqual({ journey: 'request', stars: 4, reasons: [] });
		expect(await logged()).toBe(1);
		expect(await rate({ stars: 2 })).toEqual({ ok: true });
		expect(await rating()).toMatchObject({ stars: 2 });
	});

	test('with reasons, which go with the stars that they were given for', async () => {
		expect(await rate({ reasons: ['clear'] })).toEqual({ ok: false, problem: 'stars-first' });
		await rate({ stars: 5 });
		await rate({ reasons: ['technical', 'clear'] });
		expect(await rating()).toEqual({ journey: 'request', stars: 5, reasons: ['clear', 'technical'] });
		await rate({ stars: 5 });
		expect(await rating()).toMatchObject({ reasons: ['clear', 'technical'] });
		await rate({ stars: 1 });
		expect(await rating()).toMatchObject({ stars: 1, reasons: [] });
	});

	test('and nobody else does', async () => {
		for (const by of [stranger, officer])
			expect(await rate({ stars: 1 }, by)).toEqual({ ok: false, problem: 'not-found' });
		expect(await readOwnRating(database.db, requestId, stranger)).toBeNull();
		expect(await rating()).toBeNull();
	});

	test('and finds it in the export of its data', async () => {
		await rate({ stars: 3, reasons: ['other'] });
		const { requests } = await exportOf(database.db, applicant.id);
		expect(requests[0]!.ratings).toEqual([{ journey: 'request', stars: 3, reasons: ['other'], at: NOW }]);
	});
});

test('staff read totals, and only from five ratings on', async () => {
	expect(await readRatings(database.db, applicant)).toBeNull();
	const total = async () => (await readRatings(database.db, officer))![0]!.shown;
	await database.transact((trx) => trx.deleteFrom('ratings').execute());
	await rate({ stars: 3 });
	expect(await total()).toBeNull();
	const applications = ['B', 'C', 'D', 'E'].map((pseudonym) => ({ pseudonym, choices: [1] }));
	const { noticeId } = await aClosedNotice(database, { applications });
	const others = await database.db.selectFrom('applications').select('id').where('notice_id', '=', noticeId).execute();
	const row = { journey: 'request', stars: 5, reasons: 'clear', at: NOW } as const;
	await database.transact((trx) =>
		trx
			.insertInto('ratings')
			.values(others.map(({ id }) => ({ ...row, application_id: id })))
			.execute()
	);
	expect(await total()).toMatchObject({ count: 5, mean: 460, byStars: [0, 0, 1, 0, 4] });
});
