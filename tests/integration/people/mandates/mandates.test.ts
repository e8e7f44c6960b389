import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import { askMandate } from '$lib/server/people/mandates/acting';
import { endMandate, revokeMandate, revokeProcedure } from '$lib/server/people/mandates/end';
import { findMandate } from '$lib/server/people/mandates/repository';
import { beginOnOwnPage, beginOnPaper } from '$lib/server/people/mandates/say-yes';
import { keepDocument } from '$lib/server/people/documents/service';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { aHelper, aMandate, type Helper } from '../../../support/builders/mandate';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aProposal, mandateActs, minutesLater, NOW as now } from '../../../support/mandate-acts';
import { newFileStore } from '../../../support/object-stores';

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

describe('a person without an account', () => {
	it('gets one that nobody can enter, under the address that the code came back from', async () => {
		const address = `${newId()}@nuova.example`;
		const one = aProposal(address);
		await propose(one, helper);
		expect(await findByEmail(database.db, address)).toBeUndefined();
		await type(one.id, await lastCode(address), helper);
		const account = (await findByEmail(database.db, address))!;
		expect(account).toMatchObject({ role: 'applicant', passwordHash: '', emailConfirmedAt: now, name: one.name });
		expect(await findMandate(database.db, one.id)).toMatchObject({ accountId: account.id });
	});

	it('who signed up meanwhile keeps that account, and the key of the proposal is gone', async () => {
		const address = `${newId()}@nuova.example`;
		const one = aProposal(address);
		await propose(one, helper);
		const before = (await findMandate(database.db, one.id))!.dataKeyId;
		await database.db.updateTable('accounts').set({ email: address }).where('id', '=', person.id).execute();
		await type(one.id, await lastCode(address), helper);
		const after = (await findMandate(database.db, one.id))!;
		expect(after.accountId).toBe(person.id);
		expect(after.dataKeyId).not.toBe(before);
		expect((await openDataKeys(database.db, [before])).size).toBe(0);
	});

	it('and without an address signs a sheet, which is kept among the documents', async () => {
		const one = aProposal(null);
		await propose(one, helper);
		const { accountId } = (await findMandate(database.db, one.id))!;
		const store = newFileStore();
		const owner: Actor = { ...person, id: accountId! };
		const sheet = async (by: Actor) => {
			const id = newId();
			const facts = { kind: 'other', holder: null, issued: null, expires: null, name: '', year: null } as const;
			const pages = [{ type: 'application/pdf' as const, sheets: 1, bytes: Buffer.from('firma') }];
			const places = { transact: database.transact, objects: store.objects };
			await keepDocument(places, { id, replaces: null, facts: { ...facts, explanation: '' }, pages }, by, now);
			return id;
		};
		const paper = (documentId: string) =>
			database.transact((trx) => beginOnPaper(trx, { mandateId: one.id, documentId }, helper, now));
		expect(await paper(await sheet(person))).toEqual({ ok: false, problem: 'no-paper' });
		expect(await paper(await sheet(owner))).toEqual({ ok: true });
		await store.remove();
		expect(await stateNow(one.id)).toBe('active');
		const letters = await database.db
			.selectFrom('messages')
			.select('channel')
			.where('account_id', '=', accountId)
			.execute();
		expect(letters).toEqual([{ channel: 'paper' }]);
	});

	it('whose address is known needs the code: paper opens nothing that the portal holds', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const refused = await database.transact((trx) =>
			beginOnPaper(trx, { mandateId: one.id, documentId: newId() }, helper, now)
		);
		expect(refused).toEqual({ ok: false, problem: 'code-needed' });
	});
});

describe('a mandate', () => {
	const may = (mandateId: string, by: Actor = helper, at = now) =>
		database.transact(async (trx) => {
			const asked = await askMandate(trx, { mandateId, procedure: 'request', act: 'write' }, by, at);
			return asked && { may: asked.may };
		});

	it('lets the organisation’s helpers act, and no other organisation and no other role', async () => {
		const id = await aMandate(database, { helper, person }, now);
		expect(await may(id)).toEqual({ may: 'alone' });
		expect(await may(id, await aHelper(database, helper.organisationId))).toEqual({ may: 'alone' });
		expect(await may(id, await aHelper(database))).toBeUndefined();
		expect(await may(id, { ...helper, role: 'officer' })).toBeUndefined();
		expect(await may(id, { ...helper, organisationId: null })).toBeUndefined();
	});

	it('ends at once when the person revokes it; a second click changes nothing', async () => {
		const id = await aMandate(database, { helper, person }, now);
		const revoke = () => database.transact((trx) => revokeMandate(trx, id, person, now));
		expect([await revoke(), await revoke()]).toEqual([{ ok: true }, { ok: true }]);
		expect(await may(id)).toEqual({ may: 'no' });
		expect((await eventsOf(id)).filter((event) => event === 'mandate_revoked')).toHaveLength(1);
	});

	it('is revoked by its own person alone', async () => {
		const id = await aMandate(database, { helper, person }, now);
		const stranger = await anActor(database.db, 'applicant');
		for (const by of [stranger, helper])
			expect((await database.transact((trx) => revokeMandate(trx, id, by, now))).ok).toBe(false);
		expect(await may(id)).toEqual({ may: 'alone' });
	});

	it('goes on in the other procedure when one is revoked', async () => {
		const id = await aMandate(database, { helper, person }, now);
		const revoke = () => database.transact((trx) => revokeProcedure(trx, { id, procedure: 'request' }, person, now));
		expect([await revoke(), await revoke()]).toEqual([{ ok: true }, { ok: true }]);
		expect(await may(id)).toEqual({ may: 'no' });
		const offer = await askMandate(database.db, { mandateId: id, procedure: 'offer', act: 'read' }, helper, now);
		expect(offer).toMatchObject({ may: 'alone' });
	});

	it('is ended by its organisation, which the person is told, and by no other', async () => {
		const id = await aMandate(database, { helper, person }, now);
		const end = (by: Actor) => database.transact((trx) => endMandate(trx, id, by, now));
		expect(await end(await aHelper(database))).toEqual({ ok: false, problem: 'not-found' });
		expect(await end(helper)).toEqual({ ok: true });
		expect(await end(helper)).toEqual({ ok: true });
		expect(await stateNow(id)).toBe('ended');
		const { length } = (await mailsTo(email)).filter(({ body }) => body?.includes('ha chiuso il mandato'));
		expect(length).toBe(1);
	});

	it('expires by itself, whatever job has run', async () => {
		const id = await aMandate(database, { helper, person }, now, { days: 1 });
		expect(await may(id, helper, '2026-12-01T22:59:59.999Z')).toEqual({ may: 'alone' });
		expect(await may(id, helper, '2026-12-01T23:00:00.000Z')).toEqual({ may: 'no' });
	});

	it('takes the place of the one before when the person says yes again', async () => {
		const first = await aMandate(database, { helper, person }, now);
		const second = await aMandate(database, { helper, person }, minutesLater(5));
		expect([await stateNow(first), await stateNow(second)]).toEqual(['replaced', 'active']);
	});

	it('is said yes to on the own page once, by its person alone, and is not begun again after a revocation', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const yes = (by: Actor) => database.transact((trx) => beginOnOwnPage(trx, one.id, by, now));
		expect(await yes(await anActor(database.db, 'applicant'))).toEqual({ ok: false, problem: 'not-found' });
		expect([await yes(person), await yes(person)]).toEqual([{ ok: true }, { ok: true }]);
		await database.transact((trx) => revokeMandate(trx, one.id, person, now));
		expect(await yes(person)).toEqual({ ok: false, problem: 'not-proposed' });
	});

	it('begins once when two typists race', async () => {
		const one = aProposal(email);
		await propose(one, helper);
		const code = await lastCode(email);
		const both = await Promise.all([type(one.id, code, helper), type(one.id, code, helper)]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect((await eventsOf(one.id)).filter((event) => event === 'mandate_begun')).toHaveLength(1);
	});
});
