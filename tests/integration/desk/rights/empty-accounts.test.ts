import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetEmptyAccounts } from '$lib/server/desk/rights/forget-empty-accounts';
import { findMandate } from '$lib/server/people/mandates/repository';
import { beginOnPaper } from '$lib/server/people/mandates/say-yes';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { aHelper, type Helper } from '../../../support/builders/mandate';
import { aSheet } from '../../../support/builders/sheet';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { aProposal, mandateActs, NOW } from '../../../support/mandate-acts';
import { newFileStore } from '../../../support/object-stores';

/** Seven days to say yes, and thirty on which the desk shows that nobody did. */
const LAST_DAY = '2027-01-06T10:00:00.000Z';
const DAY_AFTER = '2027-01-07T10:00:00.000Z';

let database: TestDatabase;
let helper: Helper;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	helper = await aHelper(database);
});

const { propose } = mandateActs(() => database);
const forget = (now: string) => database.transact((trx) => forgetEmptyAccounts(trx, now));
async function proposed() {
	const one = aProposal(null);
	await propose(one, helper);
	const { accountId, dataKeyId } = (await findMandate(database.db, one.id))!;
	return { id: one.id, accountId: accountId!, dataKeyId };
}
const nameOf = async (accountId: string) => (await findAccount(database.db, accountId))!.name;

describe('an account that a proposal made', () => {
	it('is erased with the name a month after nobody said yes, and not before', async () => {
		const { id, accountId, dataKeyId } = await proposed();
		expect(await forget(LAST_DAY)).toBe(0);
		expect(await nameOf(accountId)).toBe('Nadia Haddad');
		expect(await forget(DAY_AFTER)).toBe(1);
		expect(await nameOf(accountId)).toBe('');
		expect(await findMandate(database.db, id)).toBeUndefined();
		expect((await openDataKeys(database.db, [dataKeyId])).size).toBe(0);
		const mails = database.db.selectFrom('outbox').select('id').where('recipient', 'like', '%@desk.invalid');
		expect(await mails.execute()).toEqual([]);
		expect(await forget(DAY_AFTER)).toBe(0);
	});

	it('stays where the person said yes, where something is kept, and where another proposal waits', async () => {
		const store = newFileStore();
		const asPerson = (id: string) =>
			({ id, role: 'applicant', name: 'Nadia Haddad', organisationId: null, demo: false }) as const;
		const signed = await proposed();
		const documentId = await aSheet(database, store.objects, asPerson(signed.accountId), NOW);
		const paper = { mandateId: signed.id, documentId };
		expect(await database.transact((trx) => beginOnPaper(trx, paper, helper, NOW))).toEqual({ ok: true });
		const kept = await proposed();
		await aSheet(database, store.objects, asPerson(kept.accountId), NOW);
		const waiting = await proposed();
		const later = { ends_at: '2027-01-05T22:59:59.999Z' };
		await database.db.updateTable('mandates').set(later).where('id', '=', waiting.id).execute();
		expect(await forget(DAY_AFTER)).toBe(0);
		for (const { accountId } of [signed, kept, waiting]) expect(await nameOf(accountId)).toBe('Nadia Haddad');
		await store.remove();
	});
});
