import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ElementId } from '$lib/domain/rent/agreement';
import { stepVersion } from '$lib/domain/matching/step-version';
import type { Actor } from '$lib/server/platform/auth/actor';
import { newId } from '$lib/server/ids';
import {
	inspectListing,
	publishListing,
	refuseListing,
	sentListing
} from '$lib/server/letting/listings/inspection-service';
import {
	beginListing,
	changeStep,
	myListing,
	saveStep,
	sendListing,
	withdrawListing
} from '$lib/server/letting/listings/service';
import { aListing, anAccount, homeAnswers, NOW, unmeasured } from '../../../support/builders/landlord-world';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let landlord: Actor;
let officer: Actor;

beforeAll(async () => {
	database = await openTestDatabase();
	landlord = await anAccount(database, 'landlord');
	officer = await anAccount(database, 'officer');
});
afterAll(() => database.close());

const inspection = { on: '2026-11-22', note: 'Tutto a posto', netAreaDm2: 54_00, measures: unmeasured };
const fiveD: readonly ElementId[] = ['D1', 'D2', 'D3', 'D4', 'D5'];
const find = async (id: string) => (await myListing(database.db, id, landlord, NOW))!;

describe('a listing', () => {
	it('saves each step and keeps the others', async () => {
		const id = newId();
		await database.transact((trx) => beginListing(trx, id, homeAnswers.address, landlord, NOW));
		await database.transact((trx) => saveStep(trx, id, { flat: homeAnswers.flat }, landlord, NOW));
		expect((await find(id)).answers).toEqual({ address: homeAnswers.address, flat: homeAnswers.flat });
		expect((await find(id)).state).toBe('draft');
	});

	it('begins once when the form is sent twice', async () => {
		const id = newId();
		const begin = () => database.transact((trx) => beginListing(trx, id, homeAnswers.address, landlord, NOW));
		await begin();
		expect(await begin()).toEqual({ ok: true, id });
	});

	it('is not begun over somebody else’s', async () => {
		const id = await aListing(database, landlord, { sent: false });
		const other = await anAccount(database, 'landlord');
		expect(await database.transact((trx) => beginListing(trx, id, homeAnswers.address, other, NOW))).toEqual({
			ok: false,
			problem: 'not-found'
		});
		expect(await myListing(database.db, id, other, NOW)).toBeUndefined();
	});

	it.each([
		[[], 724_99, null],
		[[], 725_00, 'rent-maximum-missed'],
		[[], 725_01, 'rent-above-maximum'],
		[fiveD, 725_00, null],
		[fiveD, 725_01, 'rent-above-maximum']
	] as const)('with the elements %j, a rent of %i cents: %s', async (elementsD, rentCents, problem) => {
		const id = await aListing(database, landlord, { sent: false });
		const flat = { ...homeAnswers.flat, elements: [...homeAnswers.flat.elements, ...elementsD] };
		await database.transact((trx) => saveStep(trx, id, { flat }, landlord, NOW));
		const rent = { ...homeAnswers.rent, rentCents };
		const answer = await database.transact((trx) => saveStep(trx, id, { rent }, landlord, NOW));
		const taken = problem === null;
		if (taken) expect(answer).toEqual({ ok: true, id });
		else expect(answer).toMatchObject({ ok: false, problem, estimate: { range: { sum: { monthMaxCents: 725_00 } } } });
		expect((await find(id)).answers.rent?.rentCents).toBe(taken ? rentCents : 700_00);
	});

	it('is not sent when a later change of the flat put the rent above the maximum', async () => {
		const id = await aListing(database, landlord, { sent: false });
		const flat = { ...homeAnswers.flat, elements: [] };
		await database.transact((trx) => saveStep(trx, id, { flat }, landlord, NOW));
		expect(await database.transact((trx) => sendListing(trx, id, landlord, NOW))).toEqual({
			ok: false,
			problem: 'rent-above-maximum'
		});
	});

	it('is sent once, complete, and then no longer edited', async () => {
		const incomplete = newId();
		await database.transact((trx) => beginListing(trx, incomplete, homeAnswers.address, landlord, NOW));
		const send = (id: string) => database.transact((trx) => sendListing(trx, id, landlord, NOW));
		expect(await send(incomplete)).toEqual({ ok: false, problem: 'step-missing' });
		const id = await aListing(database, landlord);
		expect(await send(id)).toEqual({ ok: false, problem: 'already-sent' });
		expect(await database.transact((trx) => saveStep(trx, id, { flat: homeAnswers.flat }, landlord, NOW))).toEqual({
			ok: false,
			problem: 'already-sent'
		});
	});

	it('is not sent while the agency has no number to call', async () => {
		const silent = await anAccount(database, 'landlord');
		const id = await aListing(database, silent, { sent: false });
		const send = () => database.transact((trx) => sendListing(trx, id, silent, NOW));
		await withContact(database, silent, NOW, { phone: '' });
		expect(await send()).toEqual({ ok: false, problem: 'contact-missing' });
		await withContact(database, silent, NOW);
		expect(await send()).toMatchObject({ ok: true });
	});

	it('is not written over by a form that was opened before another change of the same step', async () => {
		const id = await aListing(database, landlord, { sent: false });
		const seen = stepVersion((await find(id)).answers, 'rent');
		const change = (rentCents: number, from = seen) => {
			const answers = { rent: { ...homeAnswers.rent, rentCents } };
			return database.transact((trx) => changeStep(trx, id, { step: 'rent', answers, seen: from }, landlord, NOW));
		};
		const saved = { rent: { ...homeAnswers.rent, rentCents: 650_00 } };
		expect(await change(650_00)).toEqual({ ok: true, id });
		expect(await change(650_00), 'a second click').toEqual({ ok: true, id });
		const version = stepVersion(saved, 'rent');
		expect(await change(600_00)).toEqual({ ok: false, problem: 'stale', answers: saved, version });
		expect((await find(id)).answers.rent).toEqual(saved.rent);
		expect(await change(600_00, version), 'with both versions seen').toEqual({ ok: true, id });
	});

	it('is changed in two steps at once without a conflict', async () => {
		const id = await aListing(database, landlord, { sent: false });
		const { answers } = await find(id);
		const address = { ...homeAnswers.address, street: 'Via Seconda' };
		const flat = { ...homeAnswers.flat, rooms: 4 };
		for (const [step, sent] of [['address', { address }] as const, ['flat', { flat }] as const]) {
			const form = { step, answers: sent, seen: stepVersion(answers, step) };
			expect(await database.transact((trx) => changeStep(trx, id, form, landlord, NOW))).toEqual({ ok: true, id });
		}
		expect((await find(id)).answers).toMatchObject({ address, flat });
	});

	it('shows nothing of a changed step to somebody else', async () => {
		const id = await aListing(database, landlord, { sent: false });
		const other = await anAccount(database, 'landlord');
		const form = { step: 'rent', answers: { rent: { ...homeAnswers.rent, years: 4 } }, seen: 'old' } as const;
		expect(await database.transact((trx) => changeStep(trx, id, form, other, NOW))).toEqual({
			ok: false,
			problem: 'not-found'
		});
	});

	it('is withdrawn by its landlord', async () => {
		const id = await aListing(database, landlord);
		await database.transact((trx) => withdrawListing(trx, id, landlord, NOW));
		expect((await find(id)).state).toBe('withdrawn');
	});
});

describe('the agency', () => {
	it('does not see a draft', async () => {
		const id = await aListing(database, landlord, { sent: false });
		expect(await database.transact((trx) => sentListing(trx, id, officer, NOW))).toBeUndefined();
	});

	it('publishes what it inspected, and only once', async () => {
		const id = await aListing(database, landlord);
		const publish = () => database.transact((trx) => publishListing(trx, id, officer, NOW));
		expect(await publish()).toEqual({ ok: false, problem: 'already-moved-on' });
		await database.transact((trx) => inspectListing(trx, id, inspection, officer, NOW));
		expect(await publish()).toEqual({ ok: true });
		expect(await publish()).toEqual({ ok: false, problem: 'already-moved-on' });
		const { dwellingId } = await find(id);
		const row = await database.db.selectFrom('dwellings').selectAll().where('id', '=', dwellingId).executeTakeFirst();
		expect(row).toMatchObject({
			owner_id: 'private-landlords',
			operation_id: null,
			erp: 0,
			net_area_dm2: 54_00,
			rent_cents: 700_00
		});
	});

	it('publishes two at once, with one owner for both', async () => {
		const ids = [await aListing(database, landlord), await aListing(database, landlord)];
		for (const id of ids) await database.transact((trx) => inspectListing(trx, id, inspection, officer, NOW));
		const published = await Promise.all(
			ids.map((id) => database.transact((trx) => publishListing(trx, id, officer, NOW)))
		);
		expect(published).toEqual([{ ok: true }, { ok: true }]);
	});

	it('refuses an inspection that has not happened, or happened before the listing was sent', async () => {
		const id = await aListing(database, landlord);
		const on = (day: string) =>
			database.transact((trx) => inspectListing(trx, id, { ...inspection, on: day }, officer, NOW));
		expect(await on('2026-11-23')).toEqual({ ok: false, problem: 'inspection-in-the-future' });
		expect(await on('2026-11-21')).toEqual({ ok: false, problem: 'inspection-before-sending' });
	});

	it('tells the landlord why it refused', async () => {
		const id = await aListing(database, landlord);
		await database.transact((trx) => refuseListing(trx, id, 'Gli impianti non sono a norma', officer, NOW));
		const refused = await find(id);
		expect(refused.state).toBe('refused');
		expect(refused.events.at(-1)?.detail?.reason).toBe('Gli impianti non sono a norma');
	});

	it.each(['applicant', 'landlord', 'auditor'] as const)('is not %s', async (role) => {
		const id = await aListing(database, landlord);
		const by = await anAccount(database, role);
		expect(await database.transact((trx) => inspectListing(trx, id, inspection, by, NOW))).toEqual({
			ok: false,
			problem: 'not-allowed'
		});
		expect((await find(id)).state).toBe('submitted');
	});
});
