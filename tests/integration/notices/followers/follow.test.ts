import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endOfDay } from '$lib/domain/calendar/deadline';
import { newId } from '$lib/server/ids';
import { tellFollowers } from '$lib/server/allocation/followers/tell-followers';
import { closeProposedChange, proposeChange, type AskedChange } from '$lib/server/notices/changes/service';
import { forgetFollowers } from '$lib/server/notices/followers/forget';
import { followLink } from '$lib/server/notices/followers/link';
import { findNotice } from '$lib/server/notices/notices/repository';
import * as noticeFile from '../../../../src/routes/(public)/notices/[id]/[file]/+server';
import * as askPage from '../../../../src/routes/(public)/notices/[id]/follow/+page.server';
import * as linkPage from '../../../../src/routes/(public)/follow/[link]/+page.server';
import LinkPage from '../../../../src/routes/(public)/follow/[link]/+page.svelte';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { answerOf, post, read, servePages, shown } from '../../../support/pages';
import { publishNext } from '../../../support/published-round';

const CLOSES = endOfDay('2026-11-25');
const minutesLater = (minutes: number, from = NOW) => new Date(Date.parse(from) + minutes * 60_000).toISOString();

let database: TestDatabase;
let id: string;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	servePages(database, NOW);
	id = await aNotice();
	await database.transact((trx) => trx.deleteFrom('outbox').execute());
});

const aNotice = async (closesAt = CLOSES) =>
	(await aClosedNotice(database, { applications: [], closesAt, beacon: null })).noticeId;
async function mails() {
	const rows = await database.db.selectFrom('outbox').select(['recipient', 'body']).orderBy('id').execute();
	return rows.map(({ recipient, body }) => ({ recipient, body: body! }));
}
const rows = (notice = id) =>
	database.db.selectFrom('notice_followers').selectAll().where('notice_id', '=', notice).orderBy('id').execute();
const ask = (email: string, notice = id) =>
	post(askPage.actions.default, { email }, { as: null, params: { id: notice } });
const press = (which: 'start' | 'stop', link: string) =>
	post(linkPage.actions[which], {}, { as: null, params: { link } });
const linkIn = (body: string) => /\/follow\/(\S+)/.exec(body)![1]!;
const page = async (link: string) => {
	const { data } = await read([linkPage.load], { as: null, params: { link } });
	return shown(LinkPage, data, { params: { link } });
};

/** An address whose owner said yes; answers its link. */
async function aFollower(email = `${newId()}@posta.example`, notice = id): Promise<string> {
	await ask(email, notice);
	const link = linkIn((await mails()).find(({ recipient }) => recipient === email)!.body);
	expect(await press('start', link)).toMatchObject({ status: 200, data: { done: 'started' } });
	await database.transact((trx) => trx.deleteFrom('outbox').where('recipient', '=', email).execute());
	return link;
}

const extension: AskedChange = { kind: 'extension', closesOn: '2026-11-30', beaconSource: 'Lotto del 2 dicembre' };
const correction: AskedChange = { kind: 'texts', titleIt: 'Case', titleEn: 'Homes', summaryIt: '', summaryEn: '' };

async function change(asked: AskedChange, at: string): Promise<void> {
	const officer = await anAccount(database, 'officer');
	const manager = await anAccount(database, 'manager');
	const own = { id: newId(), noticeId: id } as const;
	const { revision } = (await findNotice(database.db, id))!;
	const proposal = { ...own, revision, asked, reason: 'Due giorni di guasto.' };
	expect(await database.transact((trx) => proposeChange(trx, proposal, officer, at))).toEqual({ ok: true });
	const confirmed = { ...own, outcome: 'confirmed' } as const;
	expect(await database.transact((trx) => closeProposedChange(trx, confirmed, manager, at))).toEqual({ ok: true });
}

describe('the yes of an address', () => {
	test('is asked by a mail, given by its link, and opening the link changes nothing', async () => {
		expect(await ask('Ada@Posta.example')).toMatchObject({ status: 303, location: `/notices/${id}/follow?sent` });
		const [mail] = await mails();
		expect(mail).toMatchObject({ recipient: 'ada@posta.example' });
		const link = linkIn(mail!.body);
		expect(await page(link)).toContain('Sì, scrivetemi');
		expect(await rows()).toMatchObject([{ confirmed_at: null }]);
		expect(await press('start', link)).toMatchObject({ status: 200 });
		expect(await press('start', link)).toMatchObject({ status: 200 });
		expect(await rows()).toMatchObject([{ told_up_to: expect.stringMatching(/^2026-11-22T09/) }]);
		expect(await page(link)).toContain('Non scrivetemi più');
	});

	test('does not show whether the address follows already, and is asked three times at most', async () => {
		const email = 'ben@posta.example';
		await aFollower(email);
		for (let tries = 0; tries < 5; tries += 1) expect(await ask(email)).toMatchObject({ status: 303 });
		expect(await mails()).toHaveLength(3);
		const second = linkIn((await mails())[0]!.body);
		expect(await page(second)).toContain('Le novità di questo avviso arrivano a ben@posta.example');
	});

	test('ends with its link, by which nobody can name another row', async () => {
		await ask('cleo@posta.example');
		const link = linkIn((await mails())[0]!.body);
		const [own, mark] = link.split('.');
		for (const wrong of [`${own}.${mark!.slice(1)}`, `${newId()}.${mark}`, own!, '', '.', 'è.è']) {
			expect(await page(wrong)).toContain('Questo link non vale più');
			expect(await press('start', wrong)).toMatchObject({ status: 409 });
		}
		const query = database.db.updateTable('notice_followers').where('notice_id', '=', id);
		await query.set({ asked_at: '2026-11-01T00:00:00.000Z' }).execute();
		expect(await press('start', link)).toMatchObject({ status: 409 });
		await database.transact(forgetFollowers);
		expect(await rows()).toEqual([]);
	});

	test('is taken back at once, and nothing of it stays', async () => {
		const link = await aFollower('dan@posta.example');
		await ask('dan@posta.example');
		expect(await press('stop', link)).toMatchObject({ status: 200, data: { done: 'stopped' } });
		expect(await press('stop', link)).toMatchObject({ status: 200 });
		expect(await rows()).toEqual([]);
		const log = database.db.selectFrom('audit_entries').select('event').where('subject_id', '=', id);
		expect((await log.execute()).map(({ event }) => event)).toEqual(['notice_follow_started', 'notice_follow_ended']);
	});

	test('is asked by no draft and by no address that is none', async () => {
		expect(await ask('non è un indirizzo')).toMatchObject({ status: 422 });
		await database.transact((trx) => trx.deleteFrom('notice_events').where('notice_id', '=', id).execute());
		expect(await ask('eva@posta.example')).toMatchObject({ status: 404 });
		expect(await mails()).toEqual([]);
	});
});

describe('news', () => {
	test('reach each follower once, however many processes tell, with the way to stop', async () => {
		const links = [await aFollower(), await aFollower()];
		await change(extension, minutesLater(1));
		expect(await tellFollowers(database, minutesLater(1))).toBe(0);
		await Promise.all([1, 2, 3].map(() => tellFollowers(database, minutesLater(3))));
		await tellFollowers(database, minutesLater(4));
		const told = await mails();
		expect(told).toHaveLength(2);
		expect(told[0]!.body).toContain('C’è più tempo: l’avviso si chiude lunedì 30 novembre 2026');
		expect(told.map(({ body }) => linkIn(body)).toSorted()).toEqual(links.toSorted());
	});

	test('of before the yes are not told; several at once make one mail', async () => {
		await change(extension, minutesLater(1));
		servePages(database, minutesLater(5));
		await aFollower();
		expect(await tellFollowers(database, minutesLater(6))).toBe(0);
		expect(await mails()).toEqual([]);
		await change(correction, minutesLater(10));
		await tellFollowers(database, '2026-11-28T09:00:00.000Z');
		const [mail, ...more] = (await mails()).filter(({ body }) => body.includes(id));
		expect(more).toEqual([]);
		expect(mail!.body).toMatch(/ha corretto il testo[^]*si chiude presto/);
	});

	test('tell of a ranking, in the language in which they were asked for', async () => {
		const accounts = [await anAccount(database, 'officer'), await anAccount(database, 'manager')] as const;
		const { noticeId } = await aClosedNotice(database, { applications: [{ pseudonym: 'A', choices: [1] }] });
		const email = 'fay@posta.example';
		await aFollower(email, noticeId);
		const query = database.db.updateTable('notice_followers').where('notice_id', '=', noticeId);
		await query.set({ locale: 'en', told_up_to: '2026-11-22T08:30:00.000Z' }).execute();
		await publishNext(database, noticeId, ...accounts);
		await tellFollowers(database, minutesLater(60));
		const mail = (await mails()).find(({ recipient }) => recipient === email);
		expect(mail!.body).toContain(`ranking is out: http://localhost:3000/en/rankings/${noticeId}/1`);
	});
});

test('the file for calendars has the first and the last day, and moves with the notice', async () => {
	const days = async () => {
		const text = await answerOf(noticeFile.GET, { as: null, params: { id, file: 'dates.ics' } });
		const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
		return events.map((one) => {
			const { uid, startDate, sequence } = new ICAL.Event(one);
			return [uid, startDate.toString(), sequence];
		});
	};
	expect(await days()).toEqual([
		[`${id}-opens@localhost`, '2026-10-01', 0],
		[`${id}-closes@localhost`, '2026-11-25', 0]
	]);
	await change(extension, NOW);
	expect((await days())[1]).toEqual([`${id}-closes@localhost`, '2026-11-30', 1]);
	const { noticeId: draft } = await aClosedNotice(database, { applications: [] });
	await database.transact((trx) => trx.deleteFrom('notice_events').where('notice_id', '=', draft).execute());
	expect(await answerOf(noticeFile.GET, { as: null, params: { id: draft, file: 'dates.ics' } })).toBe('');
});

test('a link names its row by a mark that the portal alone can make', () => {
	expect(followLink('a')).not.toBe(followLink('b'));
});
