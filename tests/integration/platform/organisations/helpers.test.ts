import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import { askMandate } from '$lib/server/people/mandates/acting';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openSessions, type Sessions } from '$lib/server/platform/auth/sessions';
import { acceptInvitation, readInvitation } from '$lib/server/platform/organisations/accept-invitation';
import { deleteInvitations } from '$lib/server/platform/organisations/helper-repository';
import { inviteHelper, withdrawInvitation } from '$lib/server/platform/organisations/invite-helper';
import { readHelpers } from '$lib/server/platform/organisations/read-helpers';
import { setHelperLeads, setHelperRemoved } from '$lib/server/platform/organisations/remove-helper';
import { aHelper, aMandate, anAssociation, type Helper } from '../../../support/builders/mandate';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const now = '2026-11-30T10:00:00.000Z';

let database: TestDatabase;
let sessions: Sessions;
let lead: Helper;
let helper: Helper;
let administrator: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	sessions = openSessions(database);
	administrator = await anActor(database.db, 'administrator');
});
afterAll(() => database.close());
beforeEach(async () => {
	const organisation = await anAssociation(database);
	lead = await aHelper(database, organisation, 'Livia Guida');
	helper = await aHelper(database, organisation);
	await setLead(lead.id, true);
});

const setLead = (id: string, leads: boolean, by = administrator) =>
	database.transact((trx) => setHelperLeads(trx, { id, leads }, by, now));
const anInvitation = (email = `${newId()}@ballatoio.example`) => ({ id: newId(), name: 'Bice Nuova', email });
const invite = (one: ReturnType<typeof anInvitation>, by: Actor = lead) =>
	database.transact((trx) => inviteHelper(trx, one, by, now));
const remove = (id: string, removed = true, by: Actor = lead) =>
	database.transact((trx) => setHelperRemoved(trx, sessions, { id, removed }, by, now));
const join = (token: string) => database.transact((trx) => acceptInvitation(trx, { token, passwordHash: 'hash' }, now));
const read = (by: Actor = lead) => readHelpers(database.db, by);
async function mailTo(email: string) {
	const rows = database.db.selectFrom('outbox').select('body').where('recipient', '=', email).orderBy('id', 'desc');
	return (await rows.executeTakeFirst())?.body ?? '';
}
const tokenIn = (mail: string) => /\/invited\/([\w-]+)/.exec(mail)?.[1];

describe('an invitation', () => {
	it('brings a helper into the organisation by its link, once', async () => {
		const one = anInvitation();
		expect(await invite(one)).toEqual({ ok: true });
		const token = tokenIn(await mailTo(one.email))!;
		expect(await readInvitation(database.db, token)).toMatchObject({
			organisation: 'Il Ballatoio',
			inviter: 'Livia Guida'
		});
		expect(await join(token)).toEqual({ ok: true, email: one.email });
		expect(await join(token)).toEqual({ ok: true, email: one.email });
		const account = (await findByEmail(database.db, one.email))!;
		expect(account).toMatchObject({ id: one.id, role: 'caseworker', organisationId: lead.organisationId });
		expect(await readInvitation(database.db, token)).toBeNull();
		const { helpers, invitations } = (await read())!;
		expect(helpers.map(({ name }) => name)).toContain('Bice Nuova');
		expect(invitations).toEqual([]);
	});

	it('clicked twice is one, and a later one takes its place', async () => {
		const one = anInvitation();
		await invite(one);
		const first = tokenIn(await mailTo(one.email))!;
		expect(await invite(one)).toEqual({ ok: true });
		expect((await read())!.invitations).toHaveLength(1);
		await invite({ ...one, id: newId() });
		expect((await read())!.invitations).toHaveLength(1);
		expect(await join(first)).toEqual({ ok: false, problem: 'link-invalid' });
	});

	it('ends when it is withdrawn, after its week, and with the person who invited', async () => {
		const ways = [
			(id: string) => database.transact((trx) => withdrawInvitation(trx, id, lead, now)),
			(id: string) =>
				database.db.updateTable('helper_invitations').set({ ends_at: '2026-11-01' }).where('id', '=', id).execute(),
			() => database.db.updateTable('accounts').set({ disabled_at: now }).where('id', '=', lead.id).execute()
		];
		for (const end of ways) {
			const one = anInvitation();
			await invite(one);
			const token = tokenIn(await mailTo(one.email))!;
			expect(await readInvitation(database.db, token)).not.toBeNull();
			await end(one.id);
			expect(await readInvitation(database.db, token)).toBeNull();
			expect(await join(token)).toEqual({ ok: false, problem: 'link-invalid' });
			expect(await findByEmail(database.db, one.email)).toBeUndefined();
		}
	});

	it('to an address with an account looks the same on the page, and its mail has no link', async () => {
		const person = await anActor(database.db, 'applicant');
		const one = anInvitation(`${person.id}@chiavi.example`);
		expect(await invite(one)).toEqual({ ok: true });
		expect((await read())!.invitations).toMatchObject([{ id: one.id, email: one.email }]);
		const mail = await mailTo(one.email);
		expect(mail).toContain('Il Ballatoio');
		expect(tokenIn(mail)).toBeUndefined();
	});

	it('is of those who lead the organisation alone', async () => {
		const stranger = await aHelper(database);
		await setLead(stranger.id, true);
		const one = anInvitation();
		await invite(one);
		const withdrawn = (by: Actor) => database.transact((trx) => withdrawInvitation(trx, one.id, by, now));
		expect(await withdrawn(stranger)).toEqual({ ok: false, problem: 'not-found' });
		expect(await withdrawn(helper)).toEqual({ ok: false, problem: 'not-allowed' });
		for (const by of [helper, administrator, await anActor(database.db, 'officer')])
			expect(await invite(anInvitation(), by)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await read(helper)).toBeNull();
		expect((await read(stranger))!.invitations).toEqual([]);
	});

	it('is forgotten a month after its link ended', async () => {
		const one = anInvitation();
		await invite(one);
		await database.transact((trx) => deleteInvitations(trx, '2999-01-01'));
		const rows = database.db.selectFrom('helper_invitations').select('id').where('id', '=', one.id);
		expect(await rows.execute()).toEqual([]);
	});
});

describe('a helper who is removed', () => {
	it('loses every session at once, and the mandates stay with the organisation', async () => {
		const person = await anActor(database.db, 'applicant', 'Nadia Haddad');
		const mandateId = await aMandate(database, { helper, person }, now);
		const session = await database.transact(() => sessions.start(helper, 'complete'));
		expect(await sessions.read(session)).not.toBeNull();
		expect(await remove(helper.id)).toEqual({ ok: true });
		expect(await remove(helper.id)).toEqual({ ok: true });
		expect(await sessions.read(session)).toBeNull();
		const asked = await askMandate(database.db, { mandateId, procedure: 'request', act: 'write' }, lead, now);
		expect(asked).toMatchObject({ may: 'alone' });
		expect(await remove(helper.id, false)).toEqual({ ok: true });
		expect((await read())!.helpers.find(({ id }) => id === helper.id)).toMatchObject({ removedAt: null });
	});

	it('is of the own organisation, and leads nothing', async () => {
		const stranger = await aHelper(database);
		const second = await aHelper(database, lead.organisationId, 'Guido Guida');
		await setLead(second.id, true);
		expect(await remove(stranger.id)).toEqual({ ok: false, problem: 'not-found' });
		expect(await remove(lead.id)).toEqual({ ok: false, problem: 'own-account' });
		expect(await remove(second.id)).toEqual({ ok: false, problem: 'leads' });
		expect(await remove(lead.id, true, helper)).toEqual({ ok: false, problem: 'not-allowed' });
	});

	it('who led and leads no more invites nobody', async () => {
		expect(await setLead(lead.id, false, helper)).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await setLead(lead.id, false)).toEqual({ ok: true });
		expect(await invite(anInvitation())).toEqual({ ok: false, problem: 'not-allowed' });
		expect(await setLead(administrator.id, true)).toEqual({ ok: false, problem: 'not-found' });
	});
});
