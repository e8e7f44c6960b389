import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonFacts } from '$lib/domain/person/person';
import { config } from '$lib/server/config';
import { tell } from '$lib/server/people/messages/tell';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { lastMailBounced, lastNewsUnreached } from '$lib/server/people/messages/bounced';
import { NotTaken, openDirect, type NewsSender } from '$lib/server/platform/mail/news/news';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let reader: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	// Test files share the settings: this office has both channels until the end of this file.
	const gateway = { url: 'https://gateway.example.org', token: 'secret', timeoutMs: 1_000 };
	Object.assign(config(), { sms: gateway, appIo: gateway });
});
afterAll(async () => {
	Object.assign(config(), { sms: null, appIo: null });
	await database.close();
});
beforeEach(async () => {
	await database.transact((trx) => trx.deleteFrom('outbox').execute());
	reader = await anAccount(database, 'applicant', 'Nadia Esempio');
});

const person: PersonFacts = {
	...{ givenName: 'Nadia', familyName: 'Esempio', taxCode: 'RSSMRA80A01F205X', birthPlace: '' },
	...{ phone: '+39 340 123 4567', spoken: 'it', channel: 'phone' },
	...{ street: '', postcode: '', town: '', safeContact: '', ordinaryWays: 'unsaid' }
};
const another = () => ({
	...{ to: { accountId: reader.id }, path: '/my/offers/1' },
	words: () => ({ deadline: 'domani' })
});
async function mailFor(facts: Partial<PersonFacts>) {
	await database.transact((trx) => saveOwnPerson(trx, () => ({ ...person, ...facts }), reader, NOW));
	await database.transact((trx) => tell(trx, 'offer_made', another(), NOW));
	return database.db.selectFrom('outbox').selectAll().executeTakeFirst();
}

test.each([
	['phone', 'sms', '+39 340 123 4567'],
	['io', 'io', 'RSSMRA80A01F205X']
] as const)(
	'who chose %s is told there, with the address sealed and the mail in reserve',
	async (chosen, channel, to) => {
		const mail = await mailFor({ channel: chosen });
		expect(mail).toMatchObject({ channel, recipient: `${reader.id}@chiavi.example` });
		expect(mail!.body).toContain('/my/offers/1');
		expect(JSON.stringify(mail)).not.toMatch(/340 123 4567|3401234567|RSSMRA/);
		expect(await openDirect(database.db, mail!.id, mail!.direct_sealed!)).toEqual({ to, locale: 'it' });
	}
);

test.each<[string, Partial<PersonFacts>]>([
	['chose e-mail', { channel: 'email' }],
	['has a number that no country uses', { phone: '12' }],
	['chose App IO and gave no tax code', { channel: 'io', taxCode: '' }]
])('who %s gets the mail', async (_, facts) => {
	expect(await mailFor(facts)).toMatchObject({ channel: 'email', direct_sealed: null });
});

test('who may be told by the safe contact alone gets no SMS', async () => {
	expect(await mailFor({ ordinaryWays: 'nothing', safeContact: 'centro antiviolenza' })).toBeUndefined();
});

const AFTER = new Date(Date.parse(NOW) + 60_000).toISOString();
const LATER = new Date(Date.parse(NOW) + 3_600_000).toISOString();
const transport = { send: async () => {} };
const refused: NewsSender = { send: () => Promise.reject(new NotTaken('refused', 'HTTP 422')) };
const undelivered: NewsSender = { send: async () => 'MESSAGE-1', ask: async () => 'failed' };
const unreached = () => lastNewsUnreached(database.db, reader.id);

test.each([
	['an SMS that was refused', 'phone', 'sms', refused, NOW],
	['news that App IO refused', 'io', 'io', refused, NOW],
	['news that App IO took and did not deliver', 'io', 'io', undelivered, AFTER]
] as const)('%s is known of its reader, until news arrives', async (_, chosen, channel, sender, at) => {
	const send = (now: string, by: NewsSender) => sendDueMails(database, transport, now, { [channel]: by });
	await mailFor({ channel: chosen });
	expect(await unreached()).toBeNull();
	for (const now of [NOW, AFTER, AFTER]) await send(now, sender);
	expect(await unreached()).toEqual({ channel, at });
	expect(await lastMailBounced(database.db, reader.id)).toBeNull();
	await database.transact((trx) => tell(trx, 'offer_made', another(), AFTER));
	expect(await unreached()).toEqual({ channel, at });
	await send(AFTER, { send: async () => undefined });
	expect(await unreached()).toBeNull();
});

test('it is not said of details that were saved since, nor where the mail does not arrive either', async () => {
	const refusing = { send: () => Promise.reject(Object.assign(new Error('550'), { responseCode: 550 })) };
	await mailFor({});
	await sendDueMails(database, transport, NOW, { sms: refused });
	expect(await unreached()).toEqual({ channel: 'sms', at: NOW });
	const saved = () => ({ ...person, phone: '+39 333 123 4567' });
	await database.transact((trx) => saveOwnPerson(trx, saved, reader, LATER));
	expect(await unreached()).toBeNull();
	await database.transact((trx) => tell(trx, 'offer_made', another(), LATER));
	await sendDueMails(database, refusing, LATER, { sms: refused });
	expect(await unreached()).toEqual({ channel: 'sms', at: LATER });
	await database.db.updateTable('outbox').set({ attempts: 7 }).execute();
	await sendDueMails(database, refusing, LATER, { sms: refused });
	expect(await unreached()).toBeNull();
	expect(await lastMailBounced(database.db, reader.id)).toBe(LATER);
});
