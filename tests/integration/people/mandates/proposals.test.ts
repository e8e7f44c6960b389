import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CODE_TRIES, CODES_A_DAY } from '$lib/domain/mandates/consent';
import { newId } from '$lib/server/ids';
import { askMandate } from '$lib/server/people/mandates/acting';
import { findMandate } from '$lib/server/people/mandates/repository';
import { forgetProposals } from '$lib/server/people/mandates/forget-proposals';
import { askAgain } from '$lib/server/people/mandates/say-yes';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { aHelper, type Helper } from '../../../support/builders/mandate';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aProposal, mandateActs, minutesLater, NOW as now } from '../../../support/mandate-acts';

let database: TestDatabase;
let helper: Helper;
let person: Actor;
let email: string;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	helper = await aHelper(database);
	person = await anActor(database.db, 'applicant', 'Nadia Haddad');
	email = `${person.id}@chiavi.example`;
});

const { propose, type, stateNow, mailsTo, lastCode, eventsOf } = mandateActs(() => database);

describe('a proposal', () => {
	it('sends a code to the address, and begins by the code that the person tells', async () => {
		const one = aProposal(email);
		expect(await propose(one, helper)).toEqual({ ok: true });
		expect(await stateNow(one.id)).toBe('proposed');
		expect(await type(one.id, await lastCode(email), helper)).toEqual({ ok: true, outcome: 'given' });
		expect(await stateNow(one.id)).toBe('active');
		expect(await findMandate(database.db, one.id)).toMatchObject({
			...{ accountId: person.id, consentedAt: now, endsAt: '2026-12-31T22:59:59.999Z' }
		});
		expect(await eventsOf(one.id)).toEqual(['mandate_proposed', 'consent_asked', 'mandate_begun']);
	});

	it('is one after a second click, and another organisation’s id is unknown', async () => {
		const one = aProposal(email);
		expect([await propose(one, helper), await propose(one, helper)]).toEqual([{ ok: true }, { ok: true }]);
		expect(await mailsTo(email)).toHaveLength(1);
		expect(await propose(one, await aHelper(database))).toEqual({ ok: false, problem: 'not-found' });
	});

	it('takes the place of an earlier proposal to the same person', async () => {
		const [first, second] = [aProposal(email), aProposal(email)];
		await propose(first, helper);
		await propose(second, helper);
		expect([await stateNow(first.id), await stateNow(second.id)]).toEqual(['replaced', 'proposed']);
	});

	it('takes the place of an earlier one to an address without account too, so that the states do not tell of an account', async () => {
		const address = `${newId()}@nessuno.example`;
		const [first, second, other] = [aProposal(address), aProposal(address), aProposal(`${newId()}@nessuno.example`)];
		for (const one of [other, first, second]) await propose(one, helper);
		expect([await stateNow(first.id), await stateNow(second.id)]).toEqual(['replaced', 'proposed']);
		expect(await stateNow(other.id)).toBe('proposed');
	});

	it('is forgotten with its key a month after nobody answered, unless its address has an account', async () => {
		const [unknown, known] = [aProposal(`${newId()}@nessuno.example`), aProposal(email)];
		for (const one of [unknown, known]) await propose(one, helper);
		const { dataKeyId } = (await findMandate(database.db, unknown.id))!;
		const forget = (at: string) => database.transact((trx) => forgetProposals(trx, at));
		// Its last day was 7 December.
		await forget('2027-01-06T22:59:59.999Z');
		expect(await findMandate(database.db, unknown.id)).toBeDefined();
		await forget('2027-01-06T23:00:00.000Z');
		expect(await findMandate(database.db, unknown.id)).toBeUndefined();
		expect((await openDataKeys(database.db, [dataKeyId])).size).toBe(0);
		expect(await findMandate(database.db, known.id)).toBeDefined();
	});

	it('opens nothing: neither before the yes, nor to say whether the address has an account', async () => {
		const [known, unknown] = [aProposal(email), aProposal(`${newId()}@nessuno.example`)];
		const answers = [await propose(known, helper), await propose(unknown, helper)];
		expect(answers).toEqual([{ ok: true }, { ok: true }]);
		expect(await mailsTo(unknown.email!)).toHaveLength(1);
		for (const { id } of [known, unknown]) {
			const asked = await askMandate(database.db, { mandateId: id, procedure: 'request', act: 'read' }, helper, now);
			expect(asked).toMatchObject({ may: 'no', why: [{ because: 'mandate', state: 'proposed' }] });
		}
	});

	it('to an address of the staff sends nothing, and begins by no code', async () => {
		const officer = await anActor(database.db, 'officer');
		const address = `${officer.id}@chiavi.example`;
		const one = aProposal(address);
		expect(await propose(one, helper)).toEqual({ ok: true });
		expect(await mailsTo(address)).toEqual([]);
	});

	it('lapses when nobody says yes in time', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const code = await lastCode(email);
		const late = '2026-12-07T23:00:00.000Z';
		expect(await stateNow(one.id, late)).toBe('lapsed');
		expect(await type(one.id, code, helper, late)).toEqual({ ok: false, problem: 'not-proposed' });
	});

	it.each(['applicant', 'landlord', 'officer', 'manager', 'programme', 'auditor', 'administrator'] as const)(
		'is not made by the role %s',
		async (role) => {
			const by = { ...(await anActor(database.db, role)), organisationId: helper.organisationId };
			expect(await propose(aProposal(email), by)).toEqual({ ok: false, problem: 'not-allowed' });
		}
	);

	it('is not made by a helper without an organisation', async () => {
		expect(await propose(aProposal(email), { ...helper, organisationId: null })).toEqual({
			...{ ok: false, problem: 'not-allowed' }
		});
	});
});

describe('the code', () => {
	it('counts until half an hour after it was sent', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const code = await lastCode(email);
		expect(await type(one.id, code, helper, minutesLater(31))).toEqual({ ok: true, outcome: 'too-old' });
		expect(await type(one.id, code, helper, minutesLater(30))).toEqual({ ok: true, outcome: 'given' });
	});

	it('is dead after five wrong ones, which stay counted', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const code = await lastCode(email);
		const wrong = code === '000000' ? '000001' : '000000';
		for (let tried = 0; tried < CODE_TRIES; tried += 1)
			expect(await type(one.id, wrong, helper)).toEqual({ ok: true, outcome: 'wrong' });
		expect(await type(one.id, code, helper)).toEqual({ ok: true, outcome: 'too-often' });
		expect(await stateNow(one.id)).toBe('proposed');
		await database.transact((trx) => askAgain(trx, one.id, helper, minutesLater(1)));
		expect(await type(one.id, await lastCode(email), helper, minutesLater(1))).toEqual({ ok: true, outcome: 'given' });
	});

	it('is sent again only so many times a day', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const again = (minute: number) => database.transact((trx) => askAgain(trx, one.id, helper, minutesLater(minute)));
		for (let asked = 1; asked < CODES_A_DAY; asked += 1) expect(await again(asked)).toEqual({ ok: true });
		expect(await again(20)).toEqual({ ok: false, problem: 'too-many-codes' });
		expect(await mailsTo(email)).toHaveLength(CODES_A_DAY);
	});

	it('stands in no row but the mail', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const code = await lastCode(email);
		const rows = await database.db.selectFrom('consents').selectAll().where('mandate_id', '=', one.id).execute();
		expect(rows).toHaveLength(1);
		expect(rows[0]!.code_hash).not.toBe(code);
		expect(rows[0]!.code_hash).toMatch(/^[\w-]{43}$/);
	});

	it('of one proposal does not begin another, and no other organisation types it', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const code = await lastCode(email);
		expect(await type(one.id, code, await aHelper(database))).toEqual({ ok: false, problem: 'not-found' });
		const other = aProposal(email);
		await propose(other, helper);
		expect(await type(one.id, code, helper)).toEqual({ ok: false, problem: 'not-proposed' });
	});
});
