import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { locales } from '$lib/paraglide/runtime';
import { newId } from '$lib/server/ids';
import { currentText } from '$lib/server/people/message-texts/current-text';
import { exampleOf } from '$lib/server/people/message-texts/example';
import { readExamples } from '$lib/server/people/message-texts/examples-service';
import { checkText, decideText, proposeText, readText, readTexts } from '$lib/server/people/message-texts/service';
import { myMessage, myMessages } from '$lib/server/people/messages/reading-service';
import { tell } from '$lib/server/people/messages/tell';
import { builtInText, templates, type Template } from '$lib/server/people/messages/templates';
import { whoIsTold } from '$lib/server/people/messages/told';
import type { Actor } from '$lib/server/platform/auth/actor';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import { NOW } from '../../../support/builders/closed-notice';
import { aMessageOffice } from '../../../support/builders/message-office';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const LATER = '2026-11-22T10:00:00.000Z';
const LATEST = '2026-11-23T10:00:00.000Z';
const PLACE = { template: 'offer_made', locale: 'it' } as const;
const OURS = { subject: 'Una casa: rispondi entro {deadline}', text: 'leggi qui {link} e rispondi entro {deadline}.' };

let database: TestDatabase;
let officer: Actor;
let manager: Actor;
let reader: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	({ officer, manager, reader } = await aMessageOffice(database));
});

const propose = (text: typeof OURS | null = OURS, { id = newId(), by = officer, at = NOW } = {}) =>
	database.transact((trx) => proposeText(trx, { ...PLACE, id, text }, by, at));
const decide = (id: string, outcome: 'approved' | 'refused', by = manager, at = LATER) =>
	database.transact((trx) => decideText(trx, { id, outcome }, by, at));
const read = () => readText(database.db, PLACE);
const current = () => currentText(database.db, 'offer_made', 'it');

async function approved(text: typeof OURS | null = OURS, at = LATER): Promise<void> {
	const id = newId();
	expect(await propose(text, { id })).toEqual({ ok: true });
	expect(await decide(id, 'approved', manager, at)).toEqual({ ok: true });
}

const offer = () =>
	database.transact((trx) =>
		tell(trx, 'offer_made', { to: { accountId: reader.id }, path: '/my', words: () => ({ deadline: 'domani' }) }, LATER)
	);
async function newest() {
	const { messages } = await myMessages(database.db, reader, 1);
	return (await myMessage(database.db, messages[0]!.id, reader))!;
}

test('words are used once a second person approves them, and only in their language', async () => {
	await propose();
	expect(await current()).toEqual(builtInText('offer_made', 'it'));
	await approvedOpen();
	expect(await current()).toEqual(OURS);
	expect(await currentText(database.db, 'offer_made', 'en')).toEqual(builtInText('offer_made', 'en'));
	await offer();
	const { subject, text } = await newest();
	expect(subject).toBe('Una casa: rispondi entro domani');
	expect(text).toMatch(/^Ciao Nadia,\n\nleggi qui http\S+\/my e rispondi entro domani\.$/);
	const mail = await database.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
	expect(mail.body).toContain(officeLines('it'));
});

async function approvedOpen() {
	const { open } = await read();
	expect(await decide(open!.id, 'approved')).toEqual({ ok: true });
}

test('a message that was queued keeps its words', async () => {
	await offer();
	const before = await database.db.selectFrom('outbox').select(['subject', 'body']).executeTakeFirstOrThrow();
	await approved();
	expect(await database.db.selectFrom('outbox').select(['subject', 'body']).executeTakeFirstOrThrow()).toEqual(before);
	expect((await newest()).subject).toBe('Hai una proposta: rispondi entro domani');
});

test('whoever proposes does not approve, an officer approves nothing, and the database refuses it too', async () => {
	const id = newId();
	await propose(OURS, { id, by: manager });
	expect(await decide(id, 'approved', manager)).toEqual({ ok: false, problem: 'own' });
	expect(await decide(id, 'approved', officer)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await decide(id, 'refused', officer)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await decide(id, 'approved', reader)).toEqual({ ok: false, problem: 'not-allowed' });
	expect(await propose(OURS, { by: reader })).toEqual({ ok: false, problem: 'not-allowed' });
	const force = database.db
		.updateTable('message_texts')
		.set({ outcome: 'approved', decided_by: manager.id, decided_at: NOW });
	await expect(force.execute()).rejects.toThrow();
	expect(await current()).toEqual(builtInText('offer_made', 'it'));
});

test('a second click proposes once and approves once; two proposals at once are one', async () => {
	const id = newId();
	expect(await Promise.all([propose(OURS, { id }), propose(OURS, { id })])).toEqual([{ ok: true }, { ok: true }]);
	expect(await propose({ ...OURS, subject: 'Altro' }, { by: manager })).toEqual({ ok: false, problem: 'waits' });
	expect(await Promise.all([decide(id, 'approved'), decide(id, 'approved')])).toEqual([{ ok: true }, { ok: true }]);
	expect(await decide(id, 'refused')).toEqual({ ok: false, problem: 'gone' });
	const acts = await database.db
		.selectFrom('audit_entries')
		.select('event')
		.where('subject_id', '=', id)
		.orderBy('seq')
		.execute();
	expect(acts.map(({ event }) => event)).toEqual(['message_text_proposed', 'message_text_approved']);
	const two = await Promise.all([
		propose({ ...OURS, subject: 'Uno' }),
		propose({ ...OURS, subject: 'Due' }, { by: manager })
	]);
	expect(two).toContainEqual({ ok: true });
	expect(two).toContainEqual({ ok: false, problem: 'waits' });
});

test('a form that comes back with other words loses none of them, also after its proposal is decided', async () => {
	const id = newId();
	const other = { ...OURS, subject: 'Una proposta: rispondi entro {deadline}' };
	await propose(OURS, { id });
	expect(await propose(other, { id })).toEqual({ ok: false, problem: 'waits' });
	await decide(id, 'refused');
	for (const words of [OURS, other, null]) expect(await propose(words, { id })).toEqual({ ok: false, problem: 'gone' });
	expect(await read()).toMatchObject({ open: null, history: [{ subject: OURS.subject, outcome: 'refused' }] });
	expect(await propose(other)).toEqual({ ok: true });
});

test('the author takes a proposal back; a manager may refuse it; the next one can be written', async () => {
	const own = newId();
	await propose(OURS, { id: own });
	expect(await decide(own, 'refused', officer)).toEqual({ ok: true });
	const other = newId();
	await propose(OURS, { id: other });
	expect(await decide(other, 'refused')).toEqual({ ok: true });
	expect((await read()).history.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
	expect(await current()).toEqual(builtInText('offer_made', 'it'));
});

test('the words of the product come back the same way, and every version stays with its days', async () => {
	expect(await propose(null)).toEqual({ ok: false, problem: 'same' });
	await approved();
	expect(await propose()).toEqual({ ok: false, problem: 'same' });
	await approved(null, LATEST);
	expect(await current()).toEqual(builtInText('offer_made', 'it'));
	const { history, since, open } = await read();
	expect({ since, open }).toEqual({ since: null, open: null });
	expect(history.map(({ subject, decidedAt }) => [subject, decidedAt])).toEqual(
		expect.arrayContaining([
			[null, LATEST],
			[OURS.subject, LATER]
		])
	);
});

test('words that lack a fact are refused and not kept', async () => {
	const refused = await propose({ subject: 'Ciao {home}', text: 'rispondi entro {deadline}' });
	expect(refused).toEqual({
		ok: false,
		problem: 'text',
		problems: [
			{ kind: 'unknown', field: 'subject', names: ['home'] },
			{ kind: 'missing', field: 'text', names: ['link'] }
		]
	});
	expect((await read()).open).toBeNull();
});

test('words that a release made unfit are not used, and the page says so', async () => {
	await approved();
	await database.db.updateTable('message_texts').set({ text: 'senza la pagina, entro {deadline}' }).execute();
	expect(await current()).toEqual(builtInText('offer_made', 'it'));
	expect(await read()).toMatchObject({ outdated: true, since: null });
	await offer();
	expect((await newest()).text).toContain('/my');
});

test('every message is listed in each language, and its example shows no placeholder', async () => {
	const all = await readTexts(database.db);
	expect(all.map(({ template }) => template)).toEqual(Object.keys(templates));
	for (const { template, languages } of all) {
		expect(languages.map(({ locale }) => locale)).toEqual(locales);
		for (const { locale } of languages) {
			const builtIn = builtInText(template as Template, locale);
			expect(checkText({ template: template as Template, locale }, builtIn)).toEqual([]);
			const { subject, text } = exampleOf(builtIn, locale);
			expect(`${subject}\n${text}`).not.toMatch(/[{}]|undefined/);
			expect(text.endsWith(officeLines(locale))).toBe(true);
		}
	}
});

test('the letter box of the demo has an example of each message of the table, in the words in use', async () => {
	await approved();
	const told = Object.values(whoIsTold).flatMap((row) => ('told' in row ? row.told : []));
	for (const locale of locales) {
		const examples = await readExamples(database.db, locale);
		const pairs = examples.flatMap(({ template, audiences }) => audiences.map((who) => `${who} ${template}`));
		expect(pairs.toSorted()).toEqual([...new Set(told.map((pair) => pair.join(' ')))].toSorted());
		for (const { text } of examples) expect(text.endsWith(officeLines(locale))).toBe(true);
	}
	const offers = (await readExamples(database.db, 'it')).find(({ template }) => template === 'offer_made');
	expect(offers?.subject).toBe('Una casa: rispondi entro mercoledì 2 dicembre 2026, fine giornata');
});
