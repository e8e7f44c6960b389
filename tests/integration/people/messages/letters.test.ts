import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonFacts } from '$lib/domain/person/person';
import { newId } from '$lib/server/ids';
import { lastMailBounced } from '$lib/server/people/messages/bounced';
import {
	lettersToPost,
	markPosted,
	openSafeContact,
	printInstead,
	undelivered
} from '$lib/server/people/messages/letters-service';
import { myMessage, myMessages } from '$lib/server/people/messages/reading-service';
import { tell } from '$lib/server/people/messages/tell';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { NOW } from '../../../support/builders/closed-notice';
import { aMessageOffice } from '../../../support/builders/message-office';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let officer: Actor;
let reader: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	({ officer, reader } = await aMessageOffice(database));
});

const LATER = '2026-11-22T10:00:00.000Z';
const words = () => ({ deadline: 'mercoledì 2 dicembre' });
const offer = (accountId: string) =>
	database.transact((trx) => tell(trx, 'offer_made', { to: { accountId }, path: '/my/offers/1', words }, NOW));
const person: PersonFacts = {
	...{ givenName: 'Nadia', familyName: 'Esempio', taxCode: '', birthPlace: '', phone: '' },
	spoken: 'it',
	...{ street: 'via Padova 3', postcode: '20127', town: 'Milano', safeContact: '', ordinaryWays: 'unsaid' },
	channel: 'email'
};
const contact = (facts: Partial<PersonFacts>) =>
	database.transact((trx) => saveOwnPerson(trx, () => ({ ...person, ...facts }), reader, NOW));
const waiting = async () => (await database.transact((trx) => lettersToPost(trx, officer, NOW))).letters;
const failed = () => database.transact((trx) => undelivered(trx, officer, NOW));

test('who chose paper gets a letter with the address, and finds it in the mailbox too', async () => {
	await contact({ channel: 'letter' });
	expect(await offer(reader.id)).toBe('paper');
	expect(await waiting()).toMatchObject([
		{ name: 'Nadia Esempio', postal: ['via Padova 3', '20127 Milano'], onlySafe: false, template: 'offer_made' }
	]);
	const { messages } = await myMessages(database.db, reader, 1);
	expect(messages).toMatchObject([{ onPaper: true, subject: 'Hai una proposta: rispondi entro mercoledì 2 dicembre' }]);
	expect(await myMessage(database.db, messages[0]!.id, reader)).toMatchObject({ path: '/my/offers/1' });
	expect(await myMessage(database.db, messages[0]!.id, officer)).toBeUndefined();
	expect(await myMessage(database.db, newId(), reader)).toBeUndefined();
});

test.each<[string, Partial<PersonFacts>]>([
	['may be told by the safe contact alone', { ordinaryWays: 'nothing', safeContact: 'centro antiviolenza' }],
	['chose paper and named a safe contact', { channel: 'letter', safeContact: 'centro antiviolenza' }]
])('nothing is sent by itself to who %s', async (_, facts) => {
	await contact(facts);
	expect(await offer(reader.id)).toBe('paper');
	expect(await waiting()).toMatchObject([{ postal: null, onlySafe: true }]);
	expect(await database.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
});

test('staff mark letters as posted, once; a second click and another role change nothing', async () => {
	await contact({ channel: 'letter' });
	await offer(reader.id);
	const ids = (await waiting()).map(({ id }) => id);
	const post = (by: Actor) => database.transact((trx) => markPosted(trx, ids, by, LATER));
	expect(await post(reader)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await Promise.all([post(officer), post(officer)])).toEqual(
		expect.arrayContaining([
			{ ok: true, posted: 1 },
			{ ok: true, posted: 0 }
		])
	);
	expect(await database.transact((trx) => lettersToPost(trx, officer, NOW))).toEqual({ count: 0, letters: [] });
	const row = await database.db.selectFrom('messages').selectAll().executeTakeFirstOrThrow();
	expect(row).toMatchObject({ posted_at: LATER, posted_by: officer.id });
	expect(await post(officer)).toEqual({ ok: true, posted: 0 });
	expect(await myReadings(database.db, reader)).toMatchObject([{ subjectType: 'letter', at: NOW, reason: null }]);
});

test('a letter that would tell of a need is gone once it is posted', async () => {
	const key = await database.transact((trx) => createDataKey(trx, NOW));
	const to = { accountId: null, dataKeyId: key.id, reference: '2026-000007' };
	const about = { notice: 'Avviso', homes: '- via Padova 3', protocol: '2026-000007', day: '02/12/2026' };
	await database.transact((trx) => tell(trx, 'invitation', { to, path: '/my', words: () => about }, NOW));
	const [letter] = await waiting();
	await database.transact((trx) => markPosted(trx, [letter!.id], officer, LATER));
	expect(await database.db.selectFrom('messages').selectAll().execute()).toEqual([]);
});

test('a mail that is refused is shown with its reader, and can become a letter', async () => {
	await offer(reader.id);
	expect(await failed()).toEqual([]);
	const refusing = { send: () => Promise.reject(Object.assign(new Error('550'), { responseCode: 550 })) };
	await sendDueMails(database, refusing, LATER);
	const [shown, ...more] = await failed();
	expect(more).toEqual([]);
	expect(shown).toMatchObject({ name: 'Nadia Esempio', problem: 'refused', problemAt: LATER, givenUp: false });
	const print = (id: string, by: Actor) => database.transact((trx) => printInstead(trx, id, by, LATER));
	expect(await print(shown!.id, reader)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await print(newId(), officer)).toEqual({ ok: false, problem: 'unknown-message' });
	expect(await print(shown!.id, officer)).toEqual({ ok: true });
	expect(await print(shown!.id, officer)).toEqual({ ok: true });
	expect(await failed()).toEqual([]);
	expect(await waiting()).toMatchObject([{ id: shown!.id, name: 'Nadia Esempio' }]);
	const mail = await database.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
	expect(mail).toMatchObject({ body: null, given_up_at: LATER });
});

test('a mail that did not arrive is known of its reader, until one arrives or the address is another', async () => {
	const bounced = () => lastMailBounced(database.db, reader.id);
	const answering = (responseCode: number) => ({
		send: () => Promise.reject(Object.assign(new Error(`${responseCode}`), { responseCode }))
	});
	await offer(reader.id);
	expect(await bounced()).toBeNull();
	await sendDueMails(database, answering(451), NOW);
	expect(await bounced()).toBeNull();
	await sendDueMails(database, answering(550), LATER);
	expect(await bounced()).toBe(LATER);
	expect(await lastMailBounced(database.db, officer.id)).toBeNull();

	const account = database.db.updateTable('accounts').where('id', '=', reader.id);
	await account.set({ email: 'nuovo@chiavi.example' }).execute();
	expect(await bounced()).toBeNull();
	await account.set({ email: `${reader.id}@chiavi.example` }).execute();
	expect(await bounced()).toBe(LATER);
	await offer(reader.id);
	await sendDueMails(database, { send: async () => {} }, LATER);
	expect(await bounced()).toBeNull();
});

test('a mail that arrived does not become a letter', async () => {
	await offer(reader.id);
	await sendDueMails(database, { send: async () => {} }, LATER);
	const [{ id } = { id: '' }] = (await myMessages(database.db, reader, 1)).messages;
	expect(await database.transact((trx) => printInstead(trx, id, officer, LATER))).toEqual({
		ok: false,
		problem: 'unknown-message'
	});
});

test('the safe contact of a protected reader opens with a reason, which the reader sees', async () => {
	await contact({ ordinaryWays: 'nothing', safeContact: 'centro antiviolenza, Rita' });
	await offer(reader.id);
	const { id } = (await waiting())[0]!;
	const open = (reason: string, by = officer, letter = id) =>
		database.transact((trx) => openSafeContact(trx, { id: letter, reason }, by, LATER));
	const reason = 'comunicare la proposta di una casa';
	expect(await open('boh')).toEqual({ ok: false, problem: 'reason-needed' });
	expect(await open(reason, reader)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await open(reason, officer, newId())).toEqual({ ok: false, problem: 'not-found' });
	expect(await open(reason)).toEqual({ ok: true, name: 'Nadia Esempio', safeContact: 'centro antiviolenza, Rita' });
	const log = await database.db
		.selectFrom('audit_entries')
		.selectAll()
		.where('event', '=', 'person_opened')
		.where('actor_id', '=', officer.id)
		.execute();
	expect(log).toHaveLength(1);
	expect(await open('di nuovo, lo stesso giorno')).toMatchObject({ ok: true });
	expect(await myReadings(database.db, reader)).toMatchObject([{ subjectType: 'letter', reason, at: LATER }]);
	for (const secret of ['proposta', 'Rita', 'antiviolenza']) expect(JSON.stringify(log)).not.toContain(secret);
});

test('nobody opens the safe contact of a reader who may be reached otherwise', async () => {
	await contact({ channel: 'letter' });
	await offer(reader.id);
	const { id } = (await waiting())[0]!;
	const opened = await database.transact((trx) =>
		openSafeContact(trx, { id, reason: 'curiosità di un collega' }, officer, LATER)
	);
	expect(opened).toEqual({ ok: false, problem: 'not-found' });
});
