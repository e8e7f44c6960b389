import '../../../support/settings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName } from '$lib/domain/person/person';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { countEverything } from '$lib/server/desk/rights/count-service';
import { sections } from '$lib/server/desk/rights/kept-of-person';
import { readReadable, type Readable } from '$lib/server/desk/rights/readable-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { renderBook, type Book } from '$lib/server/platform/pdf/book';
import { formatPoints } from '$lib/words/format';
import { exportBook } from '../../../../src/routes/(account)/account/export/chapters/export-book';
import {
	partOfFile,
	partsOf,
	readingOrder
} from '../../../../src/routes/(account)/account/export/chapters/part-of-file';
import { playedDemo, WHY, type DemoPerson } from '../../../support/builders/played-demo';
import type { TestDatabase } from '../../../support/database';
import { pdfText } from '../../../support/pdf-text';

const FRAME = { lang: 'it', createdAt: '2026-11-30T00:00:00.000Z' } as const;
const WHOLE = { part: 1, parts: 1 };

let database: TestDatabase;
let people: readonly DemoPerson[];
beforeAll(async () => {
	({ database, people } = await playedDemo());
});
afterAll(() => database.close());

const readable = async (by: Actor) => (await readReadable(database.db, by, now()))!;

async function rendered(book: Book): Promise<Uint8Array<ArrayBuffer>> {
	const made = await renderBook(book, FRAME);
	if (!made.ok) throw new Error(made.problem);
	return made.pdf;
}

/** The foot of each sheet, which stands in the middle of what goes on on the next. */
const foot = /Idatidi\p{L}+,\d{1,2}\p{L}+\d{4}\d{1,3}\/\d{1,3}/gu;
const wordsOf = async (book: Book) => (await pdfText(await rendered(book))).replaceAll(/\s/g, '').replaceAll(foot, '');
const without = (text: string) => text.replaceAll(/\s/g, '');

/** Every word of a book, as its template reads it. */
const everyWord = (book: Book): string[] => {
	const words: string[] = [];
	JSON.stringify(book, (_, value: unknown) => (typeof value === 'string' ? (words.push(value), value) : value));
	return words;
};

describe('the PDF of everything', () => {
	it('is made for each person of the demo, and says who they are and what they sent', async () => {
		for (const one of people) {
			const data = await readable(one);
			const text = await wordsOf(exportBook(data, WHOLE)!);
			const { person, requests, documents, messages } = data.file;
			expect(text, one.name).toContain(without(one.email));
			if (person) expect(text, one.name).toContain(without(fullName(person)));
			for (const { protocol } of requests) expect(text, one.name).toContain(without(protocol));
			for (const { name } of documents) expect(text, one.name).toContain(without(name));
			for (const { subject } of messages) expect(text, one.name).toContain(without(subject));
		}
	});

	it('tells answers, points, readings and messages in words', async () => {
		const nadia = await readable(people.find(({ name }) => name === 'Nadia Esempio')!);
		const text = await wordsOf(exportBook(nadia, WHOLE)!);
		const scores = [...nadia.receipts.values()].flatMap(({ request }) => request.score?.total ?? []);
		expect(scores.length).toBeGreaterThan(0);
		for (const total of scores) expect(text).toContain(without(formatPoints(total)));
		const readers = (await Promise.all(people.map(readable))).find(({ file }) => file.readings.length > 0)!;
		expect(await wordsOf(exportBook(readers, WHOLE)!)).toContain(without(WHY));
		for (const { text: said } of nadia.file.messages) expect(text).toContain(without(said));
	});

	it('names nothing by the key of a program', async () => {
		for (const one of people) {
			const data = await readable(one);
			const own = new Set([...data.file.messages.map(({ text }) => text), one.email]);
			const words = everyWord(exportBook(data, WHOLE)!).filter((word) => ![...own].some((text) => text.includes(word)));
			for (const word of words) expect(word, one.name).not.toMatch(/^[a-z]+([A-Z][a-z]+|_[a-z]+)+$|undefined|\[object/);
			for (const { id } of [...data.file.requests, ...data.file.offers])
				expect(words.join('\n'), one.name).not.toContain(id);
		}
	});

	it('prints what is naughty, as it was written', async () => {
		const data = await readable(people.find(({ name }) => name === 'Nadia Esempio')!);
		const long = `${'#panic("no") $x^2$ *grassetto* '.repeat(3_300)}fine`;
		expect(long.length).toBeGreaterThan(100_000);
		const messages = [
			{ ...data.file.messages[0]!, subject: '#read("/etc/passwd") 😀👨‍👩‍👧‍👦', text: long },
			{
				...data.file.messages[0]!,
				subject: 'محمد بن سلمان',
				text: 'مرحبا 王小明\n\n<b>= Titolo</b> @rimando \u0000 \ud83d'
			},
			{ ...data.file.messages[0]!, subject: '\u202egnirts\u202c', text: '🏳️‍🌈'.repeat(500) + 'e\u0301'.repeat(500) }
		];
		const book = exportBook({ ...data, file: { ...data.file, messages } } as Readable, WHOLE)!;
		const text = await wordsOf(book);
		for (const said of [
			'#read("/etc/passwd")',
			'#panic("no")$x^2$*grassetto*',
			'fine',
			'王小明',
			'<b>=Titolo</b>@rimando'
		])
			expect(text).toContain(said);
		expect(text.match(/#panic\("no"\)/g)).toHaveLength(3_300);
	});

	it('gives the same bytes for the same day', async () => {
		const [one] = people as [DemoPerson];
		const book = exportBook(await readable(one), WHOLE)!;
		expect(await rendered(book)).toEqual(await rendered(structuredClone(book)));
		expect(await rendered({ ...book, foot: 'altro' })).not.toEqual(await rendered(book));
	});
});

describe('the parts of a long file', () => {
	it('hold every line once, in the order of reading', async () => {
		expect(readingOrder.toSorted()).toEqual(sections.toSorted());
		for (const one of people) {
			const data = await readable(one);
			const counts = (await countEverything(database.db, one))!;
			const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
			const parts = Array.from({ length: Math.ceil(all / 3) }, (_, index) => partOfFile(data.file, index + 1, 3)!);
			for (const section of sections) {
				const lines = parts.flatMap((part): unknown[] => [part[section] ?? []].flat());
				const whole: unknown = data.file[section];
				expect(lines, section).toEqual(Array.isArray(whole) ? whole : whole ? [whole] : []);
			}
			expect(partOfFile(data.file, parts.length + 1, 3)).toBeNull();
		}
	});

	it('are as many as the counts say, and each is a document of its own', async () => {
		const officer = people.find(({ role }) => role === 'officer')!;
		const data = await readable(officer);
		const [entry] = data.file.log as [(typeof data.file.log)[number]];
		const log = Array.from({ length: 2_500 }, (_, index) => ({ ...entry, number: index + 1 }));
		const file = { ...data.file, log };
		const counts = { ...(await countEverything(database.db, officer))!, log: log.length };
		const parts = partsOf(counts);
		expect(parts).toBe(3);
		const last = await wordsOf(exportBook({ ...data, file }, { part: parts, parts })!);
		expect(last).toContain(without(m.rights_pdf_part({ part: '3', parts: '3' })));
		expect(last).toContain('2500');
	});
});
