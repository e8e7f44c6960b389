import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '$lib/server/ids';
import { tell } from '$lib/server/people/messages/tell';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { createDataKey, openDataKeys } from '$lib/server/platform/secrets/data-key';
import { deleteKeys } from '$lib/server/platform/secrets/repository';
import { contentPlace, openContent } from '$lib/server/people/messages/content';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
	database.transact(async (trx) => {
		await trx.deleteFrom('outbox').execute();
		await trx.deleteFrom('messages').execute();
	})
);

const rows = () => database.db.selectFrom('messages').selectAll().orderBy('id').execute();
const mails = () => database.db.selectFrom('outbox').selectAll().orderBy('id').execute();
const words = () => ({ deadline: 'mercoledì 2 dicembre' });
const anOffer = (to: Parameters<typeof tell>[2]['to']) => ({ to, path: '/my/offers/1', words });

async function contentOf({ id, data_key_id, content_sealed }: Awaited<ReturnType<typeof rows>>[number]) {
	const key = (await openDataKeys(database.db, [data_key_id])).get(data_key_id)!;
	return openContent(key, contentPlace(id), content_sealed);
}

test('a message is kept sealed for its reader, and its mail ends with the office', async () => {
	const reader = await anAccount(database, 'applicant', 'Nadia Esempio');
	const channel = await database.transact((trx) => tell(trx, 'offer_made', anOffer({ accountId: reader.id }), NOW));
	expect(channel).toBe('email');
	const [row, ...more] = await rows();
	expect(more).toEqual([]);
	expect(row).toMatchObject({ account_id: reader.id, channel: 'email', posted_at: null });
	expect(JSON.stringify(row)).not.toMatch(/offer|proposta|Nadia|dicembre/);
	expect(await contentOf(row!)).toEqual({
		template: 'offer_made',
		locale: 'it',
		subject: 'Hai una proposta: rispondi entro mercoledì 2 dicembre',
		text: expect.stringMatching(/^Ciao Nadia,\n\nc’è una casa per la tua famiglia\./),
		path: '/my/offers/1',
		reference: null
	});
	const [mail] = await mails();
	expect(mail).toMatchObject({ recipient: `${reader.id}@chiavi.example`, message_id: row!.id });
	expect(mail!.body).toContain('http://localhost:3000/my/offers/1');
	expect(mail!.body).toMatch(/-- \nUfficio Casa \(dimostrazione\)\nTelefono: 02 0000 0000\nOrari: dal lunedì .+\n$/);
});

test('the reader gets it in the language of the account', async () => {
	const reader = await anAccount(database, 'applicant', 'Nadia Esempio');
	await database.db.updateTable('accounts').set({ locale: 'en' }).where('id', '=', reader.id).execute();
	await database.transact((trx) => tell(trx, 'offer_made', anOffer({ accountId: reader.id }), NOW));
	const [mail] = await mails();
	expect(mail).toMatchObject({ subject: 'You have an offer: answer by mercoledì 2 dicembre' });
	expect(mail!.body).toContain('/en/my/offers/1');
	expect(mail!.body).toMatch(/Phone: .+\nHours: Monday/);
});

test('an act that did not happen tells nobody', async () => {
	const reader = await anAccount(database, 'applicant');
	const failing = database.transact(async (trx) => {
		await tell(trx, 'offer_made', anOffer({ accountId: reader.id }), NOW);
		throw new Error('after all');
	});
	await expect(failing).rejects.toThrow('after all');
	expect([await rows(), await mails()]).toEqual([[], []]);
});

test('a household without an account is told by a letter, found by its protocol number', async () => {
	const key = await database.transact((trx) => createDataKey(trx, NOW));
	const to = { accountId: null, dataKeyId: key.id, reference: '2026-000007' };
	expect(await database.transact((trx) => tell(trx, 'offer_made', anOffer(to), NOW))).toBe('paper');
	const [row] = await rows();
	expect(row).toMatchObject({ account_id: null, channel: 'paper', posted_at: null });
	expect(JSON.stringify(row)).not.toContain('2026-000007');
	expect(await contentOf(row!)).toMatchObject({
		reference: '2026-000007',
		text: expect.stringMatching(/^Buongiorno,/)
	});
	expect(await mails()).toEqual([]);
});

test('that a household was invited to an accessible home is kept nowhere', async () => {
	const reader = await anAccount(database, 'applicant');
	const about = { notice: 'Avviso', homes: '- via Padova 3', protocol: '2026-000001', day: '02/12/2026' };
	const telling = { to: { accountId: reader.id }, path: '/my/requests/1', words: () => about };
	await database.transact((trx) => tell(trx, 'invitation', telling, NOW));
	expect(await rows()).toEqual([]);
	expect(await mails()).toMatchObject([{ message_id: null, subject: 'Un messaggio sulla tua domanda 2026-000001' }]);
});

test('nobody writes to a person who was erased, or to an account that is not there', async () => {
	const reader = await anAccount(database, 'applicant');
	const key = await database.transact((trx) => personKey(trx, reader.id, NOW));
	await database.transact((trx) => deleteKeys(trx, [key.id]));
	for (const accountId of [reader.id, newId()])
		expect(await database.transact((trx) => tell(trx, 'offer_made', anOffer({ accountId }), NOW))).toBeNull();
	expect([await rows(), await mails()]).toEqual([[], []]);
});
