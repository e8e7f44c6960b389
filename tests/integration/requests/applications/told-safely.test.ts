import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonFacts } from '$lib/domain/person/person';
import { config } from '$lib/server/config';
import { tellInvited } from '$lib/server/allocation/invitations/invitation-message';
import { lastNewsUnreached } from '$lib/server/people/messages/bounced';
import { leave } from '$lib/server/people/messages/leaving';
import { lettersToPost, openSafeContact } from '$lib/server/people/messages/letters-service';
import { lettersOfPart, prepareRun } from '$lib/server/people/messages/print-runs';
import { myMessages } from '$lib/server/people/messages/reading-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { NotTaken, type NewsSenders } from '$lib/server/platform/mail/news/news';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { discardDraft } from '$lib/server/requests/applications/draft-service';
import { remindDrafts } from '$lib/server/requests/applications/remind-drafts';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { anAccount } from '../../../support/builders/closed-notice';
import { aNoticeThatAsks, dangerActs } from '../../../support/builders/in-danger';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const NOW = '2026-11-22T10:00:00.000Z';
/** Less than three days before the notice closes. */
const NEAR = '2026-11-28T10:00:00.000Z';
const SAFE = 'Centro Esempio, 02 0000 0000';
const GATEWAYS = { url: 'https://gateway.example.org', token: 'secret', timeoutMs: 1_000 };

let database: TestDatabase;
let notice: Awaited<ReturnType<typeof aNoticeThatAsks>>;
let by: Actor;
/** What the provider of mails and the gateways of phones were given to carry. */
const mails: { to: string; subject: string; text: string }[] = [];
const news: string[] = [];
let refuses = false;
/** What App IO gives to ask by. */
let receipt: string | undefined;

beforeAll(async () => {
	database = await openTestDatabase();
	Object.assign(config(), { sms: GATEWAYS, appIo: GATEWAYS });
	notice = await aNoticeThatAsks(database);
});
afterAll(async () => {
	Object.assign(config(), { sms: null, appIo: null });
	await database.close();
});
beforeEach(async () => {
	await database.transact(async (trx) => {
		for (const table of ['outbox', 'messages'] as const) await trx.deleteFrom(table).execute();
	});
	by = await anAccount(database, 'applicant', 'Nadia Esempio');
	mails.length = 0;
	news.length = 0;
	refuses = false;
	receipt = undefined;
});

const gateway = {
	send: async ({ to }: { to: string }) => {
		if (refuses) throw new NotTaken('refused', 'unknown number');
		news.push(to);
		return receipt;
	}
};
const gateways: NewsSenders = { sms: gateway, io: gateway };
const transport = { send: async (mail: { to: string; subject: string; text: string }) => void mails.push(mail) };
/** Sends everything as the job does, a refused message of a phone as the mail that it turns to. */
async function sendAll(now = NOW) {
	await sendDueMails(database, transport, now, gateways, leave);
	await sendDueMails(database, transport, now, gateways, leave);
}

const acts = dangerActs(() => ({ database, notice, by }));
const draft = (emergency: 'violence' | 'no-shelter' = 'violence', at = NOW) => acts.draft(emergency, at);
const send = () => acts.send(NOW);
const contact = (facts: Partial<PersonFacts>) => withContact(database, by, NOW, facts);
/** A request that tells of violence, by somebody with these details. */
async function request(facts: Partial<PersonFacts>): Promise<string> {
	await contact({ safeContact: SAFE, ...facts });
	await draft();
	return send();
}
const letters = async () => (await database.transact((trx) => lettersToPost(trx, notice.officer, NOW))).letters;

/** Everything that left, as somebody who lives with the person reads it. */
const left = () => JSON.stringify(mails);
const expectNews = () => {
	expect(mails).toMatchObject([{ subject: 'C’è una novità: entra nel portale' }]);
	expect(left()).not.toMatch(/domanda|Case per chi|avviso|2026-0|Nadia/);
};

const everyChannel = (['email', 'letter', 'phone', 'io'] as const).map((channel) => ({ channel }));

describe('a request that tells of violence', () => {
	it.each(everyChannel)('is told by the safe contact alone where nothing else was chosen: %j', async (chosen) => {
		const id = await request(chosen);
		await sendAll();
		expect([mails, news]).toEqual([[], []]);
		expect(await letters()).toMatchObject([{ onlySafe: true, postal: null, template: 'request_received' }]);
		expect(await database.transact((trx) => prepareRun(trx, 'all', notice.officer, NOW))).toEqual({
			ok: false,
			problem: 'nothing'
		});
		const [waiting] = await letters();
		const opened = { id: waiting!.id, reason: 'dire che la domanda è arrivata' };
		expect(await database.transact((trx) => openSafeContact(trx, opened, notice.officer, NOW))).toMatchObject({
			ok: true,
			safeContact: SAFE
		});
		expect((await myMessages(database.db, by, 1)).messages).toHaveLength(1);
		await database.transact((trx) => withdrawApplication(trx, id, by, NOW));
		await sendAll();
		// Also after it ended: whoever looks for the person still reads the letter box.
		expect([mails, news]).toEqual([[], []]);
	});

	it('is told by mail with all its words where the person chose so', async () => {
		await request({ ordinaryWays: 'everything' });
		await sendAll();
		expect(mails).toHaveLength(1);
		expect(left()).toContain('Case per chi non può aspettare');
	});

	it('goes by letter where the person chose letters knowingly', async () => {
		await request({ ordinaryWays: 'everything', channel: 'letter' });
		expect(await letters()).toMatchObject([{ onlySafe: false, postal: ['Via Inventata 7', '20100 Milano'] }]);
	});

	it('is told as news alone where the person chose so, and read whole in the portal', async () => {
		await request({ ordinaryWays: 'news' });
		await sendAll();
		expectNews();
		const [kept] = (await myMessages(database.db, by, 1)).messages;
		expect(kept?.subject).toContain('2026-');
	});

	it.each(['phone', 'io'] as const)(
		'is told as news alone by %s, and by the mail that follows a refusal',
		async (channel) => {
			refuses = true;
			await request({ ordinaryWays: 'news', channel });
			await sendAll();
			expect(news).toEqual([]);
			expectNews();
		}
	);

	it('closes the messages about everything else: an invitation says only that there is news, or waits for the office', async () => {
		const homes = [{ address: 'via Nascosta 4', measures: { floor: 1 }, netAreaDm2: 4_000 }] as never;
		const open = { title: { it: 'Avviso accessibile', en: '' }, closesAt: NEAR };
		const invite = (id: string) => {
			const reader = { id, protocol: '2026-000009', accountId: by.id };
			return database.transact((trx) => tellInvited(trx, open, reader, homes, NOW));
		};
		const id = await request({ ordinaryWays: 'news' });
		await sendAll();
		mails.length = 0;
		await invite(id);
		await sendAll();
		expectNews();
		expect(left()).not.toContain('Nascosta');
		await contact({ ordinaryWays: 'unsaid', safeContact: SAFE });
		mails.length = 0;
		await invite(id);
		await sendAll();
		expect(mails).toEqual([]);
		expect((await letters()).map(({ template, onlySafe }) => [template, onlySafe])).toEqual([['invitation', true]]);
	});
});

describe('a draft that tells of violence', () => {
	it.each(everyChannel)('is reminded of with news alone: %j', async (chosen) => {
		await contact(chosen);
		await draft();
		await database.transact((trx) => remindDrafts(trx, NEAR));
		await sendAll(NEAR);
		expect(await letters()).toEqual([]);
		if (chosen.channel === 'phone' || chosen.channel === 'io') expect([news.length, mails.length]).toEqual([1, 0]);
		else expectNews();
	});

	it('is reminded of with news alone where the person told nothing of themselves', async () => {
		await draft();
		await database.transact((trx) => remindDrafts(trx, NEAR));
		await sendAll(NEAR);
		expectNews();
	});

	it('of somebody who wants the safe contact alone is reminded of there', async () => {
		await contact({ ordinaryWays: 'nothing', safeContact: SAFE });
		await draft();
		await database.transact((trx) => remindDrafts(trx, NEAR));
		await sendAll(NEAR);
		expect(mails).toEqual([]);
		expect(await letters()).toMatchObject([{ onlySafe: true }]);
	});

	it('says all again when it is corrected, or thrown away', async () => {
		await contact({});
		await draft();
		await draft('no-shelter');
		await database.transact((trx) => remindDrafts(trx, NEAR));
		await sendAll(NEAR);
		expect(left()).toContain('Case per chi non può aspettare');
		expect(await database.transact((trx) => discardDraft(trx, notice.id, by, NEAR))).toEqual({ ok: true });
	});
});

describe('a message that was written before violence was told', () => {
	const early = async (facts: Partial<PersonFacts>) => {
		await contact(facts);
		await draft('no-shelter', NOW);
		await database.transact((trx) => remindDrafts(trx, NEAR));
		await draft('violence', NEAR);
	};

	it('leaves as news alone', async () => {
		await early({});
		await sendAll(NEAR);
		expectNews();
	});

	it('waits for the office where the safe contact alone may be used by then', async () => {
		await early({});
		await contact({ ordinaryWays: 'nothing', safeContact: SAFE });
		await sendAll(NEAR);
		expect(mails).toEqual([]);
		expect(await letters()).toMatchObject([{ onlySafe: true, template: 'draft_near' }]);
		await sendAll(NEAR);
		expect(await letters()).toHaveLength(1);
	});

	it.each<[string, Partial<PersonFacts>]>([
		['news alone', {}],
		['nothing, where the safe contact alone may be used by then', { ordinaryWays: 'nothing', safeContact: SAFE }]
	])('which App IO took and did not deliver goes on as %s', async (_, facts) => {
		const undelivered = { ...gateway, ask: async () => 'failed' as const };
		receipt = '01BX9NSMKVXXS5PSP2FATZMYYY';
		const tick = (now: string) => sendDueMails(database, transport, now, { io: undelivered }, leave);
		await contact({ channel: 'io' });
		await draft('no-shelter', NOW);
		await database.transact((trx) => remindDrafts(trx, NEAR));
		await tick(NEAR);
		await draft('violence', NEAR);
		if (facts.ordinaryWays) await contact({ channel: 'io', ...facts });
		const inTime = '2026-11-28T10:01:00.000Z';
		await tick(inTime);
		await tick(inTime);
		expect(news).toHaveLength(1);
		if (!facts.ordinaryWays) return expectNews();
		expect(mails).toEqual([]);
		expect(await letters()).toMatchObject([{ onlySafe: true, template: 'draft_near' }]);
		expect(await lastNewsUnreached(database.db, by.id)).toBeNull();
	});

	it('is not printed as a letter any more', async () => {
		await contact({ channel: 'letter' });
		await draft('no-shelter', NOW);
		await database.transact((trx) => remindDrafts(trx, NEAR));
		const run = await database.transact((trx) => prepareRun(trx, 'all', notice.officer, NEAR));
		if (!run.ok) throw new Error(run.problem);
		await draft('violence', NEAR);
		const part = { ...run, part: 1 };
		expect(await database.transact((trx) => lettersOfPart(trx, part, notice.officer, NEAR))).toBeNull();
	});
});

it('no row of the outbox tells who is in danger', async () => {
	await contact({});
	await draft();
	await database.transact((trx) => remindDrafts(trx, NEAR));
	const told = await database.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
	by = await anAccount(database, 'applicant', 'Nadia Esempio');
	await contact({});
	await draft('no-shelter');
	await database.transact((trx) => remindDrafts(trx, NEAR));
	const other = await database.db
		.selectFrom('outbox')
		.selectAll()
		.where('reader_id', '=', by.id)
		.executeTakeFirstOrThrow();
	const same = ({ subject, body, channel, direct_sealed, attempts, due_at }: typeof told) => ({
		subject,
		body,
		channel,
		direct_sealed,
		attempts,
		due_at
	});
	expect(same(told)).toEqual(same(other));
	await sendAll(NEAR);
	const after = await database.db.selectFrom('outbox').selectAll().execute();
	expect(same(after[0]!)).toEqual(same(after[1]!));
});
