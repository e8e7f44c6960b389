import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonFacts } from '$lib/domain/person/person';
import { lettersToPost, markPosted, printInstead } from '$lib/server/people/messages/letters-service';
import {
	lettersOfPart,
	openRuns,
	postRun,
	prepareRun,
	releaseRun,
	takeRun
} from '$lib/server/people/messages/print-runs';
import { tell } from '$lib/server/people/messages/tell';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { NOW } from '../../../support/builders/closed-notice';
import { aMessageOffice } from '../../../support/builders/message-office';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
let officer: Actor;
let colleague: Actor;
let reader: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	({ officer, manager: colleague, reader } = await aMessageOffice(database));
	await contact({ channel: 'letter' });
});

const LATER = '2026-11-22T10:00:00.000Z';
const contact = (facts: Partial<PersonFacts>) => withContact(database, reader, NOW, facts);
const write = (count: number) =>
	database.transact(async (trx) => {
		const telling = { to: { accountId: reader.id }, path: '/my', words: () => ({ deadline: 'domani' }) };
		for (let index = 0; index < count; index += 1) await tell(trx, 'offer_made', telling, NOW);
	});
const toPost = () => database.transact((trx) => lettersToPost(trx, officer, NOW));
const waiting = async () => (await toPost()).letters.map(({ id }) => id);
const prepare = (by = officer, which: 'all' | string[] = 'all') =>
	database.transact((trx) => prepareRun(trx, which, by, LATER));
const act = (one: typeof postRun, run: string, by = officer) => database.transact((trx) => one(trx, run, by, LATER));
const runs = (by = officer) => openRuns(database.db, by);
const part = (run: string, number: number, by = officer) =>
	database.transact((trx) => lettersOfPart(trx, { run, part: number }, by, LATER));
const posted = async () =>
	(await database.db.selectFrom('messages').select('id').where('posted_at', 'is not', null).execute()).length;

async function prepared(letters = 2): Promise<string> {
	await write(letters);
	const done = await prepare();
	if (!done.ok) throw new Error(done.problem);
	return done.run;
}

test('two officers who prepare at once print no letter twice', async () => {
	await write(3);
	const both = await Promise.all([prepare(officer), prepare(colleague)]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	expect(both).toContainEqual({ ok: false, problem: 'nothing' });
	expect(await toPost()).toEqual({ count: 0, letters: [] });
	expect(await runs()).toMatchObject([{ letters: 3, parts: [{ part: 1, from: 1, to: 3 }] }]);
});

test('600 letters are six files of a hundred, each letter in one of them, oldest first', async () => {
	const run = await prepared(600);
	const files = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => part(run, number)));
	expect(files.map((file) => file?.letters.length)).toEqual([100, 100, 100, 100, 100, 100]);
	const ids = files.flatMap((file) => file!.letters.map(({ id }) => id));
	expect(ids).toEqual([...new Set(ids)].toSorted());
	expect(await part(run, 7)).toBeNull();
	expect(await part(run, 0)).toBeNull();
	expect((await runs())[0]!.parts.at(-1)).toEqual({ part: 6, from: 501, to: 600 });
	expect(files[0]!.letters[0]).toMatchObject({ name: 'Nadia Esempio', postal: ['Via Inventata 7', '20100 Milano'] });
});

test('a run is posted once: a second click and a second officer change nothing', async () => {
	const run = await prepared();
	const both = await Promise.all([act(postRun, run), act(postRun, run, colleague)]);
	expect(both).toContainEqual({ ok: true, run, letters: 2 });
	expect(both).toContainEqual({ ok: false, problem: 'nothing' });
	expect(await posted()).toBe(2);
	expect(await runs()).toEqual([]);
	expect(await part(run, 1)).toBeNull();
	const log = database.db.selectFrom('audit_entries').select('event').where('event', '=', 'letters_posted');
	const before = (await log.execute()).length;
	expect(await act(postRun, run)).toEqual({ ok: false, problem: 'nothing' });
	expect((await log.execute()).length).toBe(before);
});

test('a page that was open before marks no letter that a colleague prints', async () => {
	await write(2);
	const ids = await waiting();
	await prepare(colleague, [ids[0]!]);
	expect(await database.transact((trx) => markPosted(trx, ids, officer, LATER))).toEqual({ ok: true, posted: 1 });
	expect(await runs()).toMatchObject([{ by: 'Piero Ufficio', mine: false, letters: 1 }]);
});

test('chosen letters alone are prepared; unknown ones are passed over', async () => {
	await write(2);
	expect(await prepare(officer, [])).toEqual({ ok: false, problem: 'nothing' });
	const [first, second] = await waiting();
	expect(await prepare(officer, [first!, 'unknown'])).toMatchObject({ ok: true, letters: 1 });
	expect(await waiting()).toEqual([second]);
	expect(await prepare(officer, ['unknown'])).toEqual({ ok: false, problem: 'nothing' });
});

test('a colleague reads a run after taking it, and its people see both', async () => {
	const run = await prepared(1);
	expect(await part(run, 1, colleague)).toBeNull();
	expect(await act(takeRun, run, colleague)).toEqual({ ok: true, run, letters: 1 });
	expect(await act(takeRun, run, colleague)).toEqual({ ok: true, run, letters: 1 });
	expect(await part(run, 1)).toBeNull();
	expect((await part(run, 1, colleague))?.letters).toHaveLength(1);
	const readings = await myReadings(database.db, reader);
	expect(readings.map(({ reader: who }) => who).toSorted()).toEqual(['Carla Ufficio', 'Piero Ufficio']);
});

test('a run that was not posted goes back to the letters that wait', async () => {
	const run = await prepared();
	expect(await act(releaseRun, run)).toEqual({ ok: true, run, letters: 2 });
	expect(await act(releaseRun, run)).toEqual({ ok: false, problem: 'nothing' });
	expect(await act(postRun, run)).toEqual({ ok: false, problem: 'nothing' });
	expect(await waiting()).toHaveLength(2);
	expect(await prepare()).toMatchObject({ ok: true, letters: 2 });
});

test('who may be told by the safe contact alone is in no run, also where they said so after it was prepared', async () => {
	const run = await prepared(1);
	await contact({ ordinaryWays: 'nothing', safeContact: 'centro antiviolenza' });
	expect(await part(run, 1)).toBeNull();
	expect(await act(postRun, run)).toEqual({ ok: true, run, letters: 0 });
	expect(await posted()).toBe(0);
	expect(await waiting()).toHaveLength(1);
	expect(await prepare()).toEqual({ ok: false, problem: 'nothing' });
});

test('a mail that became a letter after a run was prepared is not posted with it', async () => {
	const run = await prepared(1);
	await contact({ channel: 'email' });
	await write(1);
	const refusing = { send: () => Promise.reject(Object.assign(new Error('550'), { responseCode: 550 })) };
	await sendDueMails(database, refusing, LATER);
	const { id } = await database.db
		.selectFrom('messages')
		.select('id')
		.where('channel', '=', 'email')
		.executeTakeFirstOrThrow();
	await database.transact((trx) => printInstead(trx, id, officer, LATER));
	expect(await act(postRun, run)).toMatchObject({ letters: 1 });
	expect(await waiting()).toEqual([id]);
});

test('a letter that would tell of a need is gone once its run is posted', async () => {
	const key = await database.transact((trx) => createDataKey(trx, NOW));
	const to = { accountId: null, dataKeyId: key.id, reference: '2026-000007' };
	const about = { notice: 'Avviso', homes: '- via Padova 3', protocol: '2026-000007', day: '02/12/2026' };
	await database.transact((trx) => tell(trx, 'invitation', { to, path: '/my', words: () => about }, NOW));
	const run = await prepare();
	expect(run).toMatchObject({ ok: true, letters: 1 });
	if (run.ok) await act(postRun, run.run);
	expect(await database.db.selectFrom('messages').selectAll().execute()).toEqual([]);
});

test('nobody else prints', async () => {
	const run = await prepared(1);
	for (const one of [postRun, takeRun, releaseRun])
		expect(await act(one, run, reader)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await prepare(reader)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await part(run, 1, reader)).toBeNull();
});
