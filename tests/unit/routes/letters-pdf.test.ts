import '../../support/settings';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { Letter } from '$lib/server/people/messages/letters-service';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import { renderLongPdf } from '$lib/server/platform/pdf/render-pdf';
import { letterSheets } from '../../../src/routes/(staff)/staff/letters/print/letter-sheets';
import template from '../../../src/routes/(staff)/staff/letters/print/letters.typ?raw';
import { aLetter } from '../../support/builders/letter';
import { pdfPages } from '../../support/pdf-text';

async function print(letters: readonly Letter[]): Promise<Uint8Array> {
	const frame = { title: 'Lettere da spedire', lang: 'it', createdAt: '2026-11-22T10:00:00.000Z' } as const;
	const made = await renderLongPdf(template, letterSheets(letters), frame);
	if (!made.ok) throw new Error(made.problem);
	return made.pdf;
}

const pages = async (letters: readonly Letter[]) =>
	(await pdfPages(await print(letters))).map((page) => page.replaceAll(/\s+/g, ' '));
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

const MM = 72 / 25.4;

/** Texts of a page with the place of their left lower corner, in millimetres from the left upper corner of the sheet. */
async function placed(pdf: Uint8Array, page = 1) {
	const sheet = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(page);
	const { items } = await sheet.getTextContent();
	return items.flatMap((item) => {
		if (!('str' in item) || item.str.trim() === '') return [];
		const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
		return [{ text: item.str, x: x / MM, right: (x + item.width) / MM, y: 297 - y / MM, height: item.height / MM }];
	});
}

/** What a window of 90 by 35 mm may show, wherever the sheet slides in its envelope. */
const mayShow = ({ right, y }: { right: number; y: number }) => right > 100 && y > 44 && y < 95;

test.each<[string, Partial<Letter>]>([
	['a short name', {}],
	['a name of 300 signs', { name: 'Bèlla '.repeat(50).trim() }],
	['a word of 300 signs', { name: 'W'.repeat(300) }],
	['an Arabic name', { name: 'محمد الفاسي' }],
	['a Cyrillic name', { name: 'Олена Шевченко' }],
	['an address of many lines', { postal: ['scala B', 'via Padova 3', 'presso Rossi', '20127 Milano'] }],
	['no address', { name: null, postal: null, reference: '2026-000123' }]
])('the window shows the address alone, and all of it: %s', async (_, changes) => {
	const letter = aLetter(changes);
	const inWindow = (await placed(await print([letter]))).filter(mayShow);
	for (const { x, right, y, height } of inWindow) {
		expect(x).toBeGreaterThanOrEqual(111.9);
		expect(right).toBeLessThanOrEqual(190.1);
		expect(y - height).toBeGreaterThanOrEqual(53);
		expect(y).toBeLessThanOrEqual(79.5);
	}
	const shown = squeezed(inWindow.map(({ text }) => text).join(''));
	for (const line of letter.postal ?? ['2026-000123']) expect(shown).toContain(squeezed(line));
	if (letter.name && !/\p{Script=Arabic}/u.test(letter.name)) expect(shown).toContain(squeezed(letter.name));
});

test('what the letter says begins below the first fold', async () => {
	const texts = await placed(await print([aLetter()]));
	const first = texts.find(({ text }) => text.includes('20 novembre'))!;
	expect(first.y - first.height).toBeGreaterThan(99);
	expect(
		texts
			.filter(({ y }) => y > 99)
			.map(({ text }) => text)
			.join(' ')
	).toContain('Hai una proposta');
});

test('each letter begins on its own sheet, counts its own pages, and ends with the office', async () => {
	const long = 'Ciao Nadia,\n\n' + 'una riga\n\n'.repeat(60);
	const [first, second, third, fourth, ...more] = await pages([
		aLetter(),
		aLetter({ name: 'Lunga', text: long, locale: 'en' }),
		aLetter({ name: 'Dopo' })
	]);
	expect(more).toEqual([]);
	expect(first).toContain('pagina 1 / 1');
	expect(second).toContain('page 1 / 2');
	expect(third).toContain('page 2 / 2');
	expect(fourth).toContain('Dopo');
	expect(fourth).toContain('pagina 1 / 1');
	for (const [page, locale] of [
		[first, 'it'],
		[third, 'en'],
		[fourth, 'it']
	] as const)
		expect(page).toContain(officeLines(locale).replaceAll('\n', ' '));
	expect(first).not.toContain('Dopo');
});

test.each(['#panic() *x* $y$', '<img onerror=x>', '= Titolo', '@rimando', '\\u{41}', "D'Àngelo-Çağlar"])(
	'what a person wrote is printed as it is: %s',
	async (name) => {
		const [page] = await pages([aLetter({ name, postal: [name, '20127 Milano'], text: `Ciao ${name},\n\n${name}` })]);
		expect(page!.split(name)).toHaveLength(5);
	}
);

test('a sign that cannot be printed loses no letter, and no other sign', async () => {
	const [first, second] = await pages([aLetter({ name: 'Anna 😀 \u0007Rossi' }), aLetter({ name: 'Bruno' })]);
	expect(first).toMatch(/Anna □ □ ?Rossi/);
	expect(second).toContain('Bruno');
});

test('the file is PDF/UA-1, and the same letters give the same bytes', async () => {
	const pdf = await print([aLetter(), aLetter({ locale: 'en' })]);
	expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfuaid:part>1</);
	expect(await print([aLetter(), aLetter({ locale: 'en' })])).toEqual(pdf);
	expect(await print([aLetter(), aLetter({ name: 'Bruno', locale: 'en' })])).not.toEqual(pdf);
});
