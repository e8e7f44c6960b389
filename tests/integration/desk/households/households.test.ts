import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { readDesk, readHousehold } from '$lib/server/desk/households/service';
import { revokeMandate, revokeProcedure } from '$lib/server/people/mandates/end';
import { myMandate } from '$lib/server/people/mandates/reading-service';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { aHelper, aMandate, type Helper } from '../../../support/builders/mandate';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-22T10:00:00.000Z';
let database: TestDatabase;
let noticeId: string;
let helper: Helper;
let person: Actor;
let mandateId: string;
beforeAll(async () => {
	database = await openTestDatabase();
	({ id: noticeId } = await anOpenNotice(database, [5_000]));
});
afterAll(() => database.close());
beforeEach(async () => {
	helper = await aHelper(database);
	person = await anActor(database.db, 'applicant', 'Nadia Haddad');
	mandateId = await aMandate(database, { helper, person }, now);
	await database.transact((trx) => saveAnswers(trx, noticeId, () => ({}), person, now));
});

const desk = (by: Actor = helper, at = now) => database.transact((trx) => readDesk(trx, by, at));
const household = (by: Actor = helper, at = now) => database.transact((trx) => readHousehold(trx, mandateId, by, at));
const whoRead = async () => (await myReadings(database.db, person)).map(({ reader }) => reader);

describe('the desk of an organisation', () => {
	it('shows its households with what is missing and due, and each reading is a row', async () => {
		expect(await desk()).toMatchObject({
			households: [{ mandateId, name: 'Nadia Haddad', drafts: 1, requests: 0, due: 1 }],
			counts: { active: 1, proposed: 0, revoked: 0, over: 0 }
		});
		expect(await whoRead()).toEqual([helper.name]);
	});

	it('shows nothing of them to another organisation, and writes no reading', async () => {
		const stranger = await aHelper(database);
		expect(await desk(stranger)).toMatchObject({ households: [], due: [], waiting: [] });
		expect(await household(stranger)).toBeUndefined();
		expect(await whoRead()).toEqual([]);
	});

	it.each(['applicant', 'landlord', 'officer', 'manager', 'programme', 'auditor', 'administrator'] as const)(
		'is closed to the role %s',
		async (role) => {
			const by = { ...(await anActor(database.db, role)), organisationId: helper.organisationId };
			expect(await desk(by)).toBeNull();
			expect(await household(by)).toBeUndefined();
		}
	);

	it('is closed to a helper without an organisation', async () => {
		expect(await desk({ ...helper, organisationId: null })).toBeNull();
	});
});

describe('a household at the desk', () => {
	it('shows the first part of a draft without an answer', async () => {
		const found = await household();
		expect(found?.standing?.drafts).toMatchObject([{ noticeId, missing: 'members', closed: false }]);
	});

	it('shows nothing but the name from the instant of a revocation', async () => {
		await database.transact((trx) => revokeMandate(trx, mandateId, person, now));
		expect(await household()).toMatchObject({ state: 'revoked', standing: null });
		expect(await desk()).toMatchObject({ households: [], due: [], counts: { active: 0, revoked: 1 } });
	});

	it('shows nothing after its last day', async () => {
		expect(await household(helper, '2027-11-22T10:00:00.000Z')).toMatchObject({ state: 'expired', standing: null });
	});

	it('hides what a revoked procedure covered', async () => {
		await database.transact((trx) => revokeProcedure(trx, { id: mandateId, procedure: 'request' }, person, now));
		expect((await household())?.standing).toEqual({
			...{ documents: false, notices: [] },
			...{ drafts: [], requests: [], offers: [] }
		});
	});

	it('goes with the account of its person, and the mandates of others stay', async () => {
		const other = await anActor(database.db, 'applicant', 'Marta Colombo');
		await aMandate(database, { helper, person: other }, now);
		expect(await database.transact((trx) => eraseAccount(trx, person, now))).toEqual({ ok: true });
		expect(await household()).toBeUndefined();
		expect((await desk())?.households.map(({ name }) => name)).toEqual(['Marta Colombo']);
		for (const table of ['consents', 'mandate_authorisations'] as const) {
			const rows = await database.db.selectFrom(table).select('mandate_id').execute();
			expect(rows.map((row) => row.mandate_id)).not.toContain(mandateId);
		}
	});

	it('is told to its person: who did what, by name', async () => {
		const mine = await myMandate(database.db, mandateId, person, now);
		expect(mine?.acts.map(({ event, name }) => [event, name])).toEqual([
			['mandate_begun', person.name],
			['consent_asked', helper.name],
			['mandate_proposed', helper.name]
		]);
		expect(await myMandate(database.db, mandateId, await anActor(database.db, 'applicant'), now)).toBeUndefined();
	});
});
