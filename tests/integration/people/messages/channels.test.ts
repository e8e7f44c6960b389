import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonFacts } from '$lib/domain/person/person';
import { config } from '$lib/server/config';
import { tell } from '$lib/server/people/messages/tell';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDirect } from '$lib/server/platform/mail/news/news';
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
async function mailFor(facts: Partial<PersonFacts>) {
	await database.transact((trx) => saveOwnPerson(trx, () => ({ ...person, ...facts }), reader, NOW));
	const telling = { to: { accountId: reader.id }, path: '/my/offers/1', words: () => ({ deadline: 'domani' }) };
	await database.transact((trx) => tell(trx, 'offer_made', telling, NOW));
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
