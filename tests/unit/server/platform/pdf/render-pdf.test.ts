import { expect, test } from 'vitest';
import { makeCompiler, NoCompiler } from '$lib/server/platform/pdf/compiler';
import { renderPdf } from '$lib/server/platform/pdf/render-pdf';
import { pdfText } from '../../../../support/pdf-text';

const FRAME = { title: 'Ricevuta 2026-000001', lang: 'it', createdAt: '2026-11-20T09:00:00.000Z' } as const;
const NAMES = '= #frame.title\n#for name in d.names { par(name) }';
const render = async (names: string[], frame: Parameters<typeof renderPdf>[2] = FRAME) => {
	const rendered = await renderPdf(NAMES, { names }, frame);
	if (!rendered.ok) throw new Error(rendered.problem);
	return rendered.pdf;
};

test.each([
	'#read("/etc/passwd")',
	'#panic("no")',
	'#set page(width: 1pt)',
	'*Rossi* _Anna_ `x`',
	'$x^2$',
	'\\ \\u{41} C:\\nuova',
	'"virgolette" e ’apostrofi’',
	'= Titolo',
	'- elenco',
	'+ elenco',
	'/ voce: testo',
	'<etichetta> @rimando',
	'// commento',
	'/* commento */',
	'https://example.it/?a=1&b=2',
	'Nguyễn Łukasz Ștefănescu Çağlar İpek',
	'Олена Шевченко',
	'Ἀθήνα',
	'محمد',
	'王小明'
])('what a person wrote is printed as it is: %s', async (name) => {
	expect(await pdfText(await render([name]))).toContain(name);
});

test.each([
	['a sign that no font has', 'Anna 😀 सीता', /Anna □ □/],
	['a control character', 'Anna\u0007Rossi', /Anna□Rossi/],
	['a NUL', 'Anna\u0000Rossi', /Anna□Rossi/],
	['a quotation mark beside it', '"\u0007"\\', /"□"\\/],
	['half a pair', 'Anna \ud83d Rossi', /Anna . Rossi/u]
])('%s takes nothing else away', async (_, name, shown) => {
	expect(await pdfText(await render([name, 'Bruno']))).toMatch(shown);
	expect(await pdfText(await render([name, 'Bruno']))).toContain('Bruno');
});

test('a title is data too', async () => {
	const pdf = await render([], { ...FRAME, title: '#panic() 😀 $' });
	expect(await pdfText(pdf)).toContain('#panic() □ $');
});

test('a word longer than a line breaks, and loses no letter', async () => {
	const word = 'abcdefghij'.repeat(40);
	const pdf = await render([word]);
	expect((await pdfText(pdf)).replaceAll(/[\s\u200b]/g, '')).toContain(word);
	const { getDocumentProxy } = await import('unpdf');
	const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
	const { items } = await page.getTextContent();
	const ends = items.map((item) => ('transform' in item ? Number(item.transform[4]) + item.width : 0));
	expect(Math.max(...ends)).toBeLessThan(page.view[2]!);
});

test('a reader’s program finds the mark of PDF/UA-1, the title and the language', async () => {
	const bytes = Buffer.from(await render(['Anna'])).toString('latin1');
	expect(bytes).toMatch(/pdfuaid:part>1</);
	expect(bytes).toContain('/Lang (it)');
	expect(bytes).toContain('/Marked true');
	const { getDocumentProxy, getMeta } = await import('unpdf');
	const { info } = await getMeta(await getDocumentProxy(await render(['Anna'])));
	expect(info).toMatchObject({ Title: 'Ricevuta 2026-000001', Language: 'it' });
});

test('the same input gives the same bytes; another date, name or language gives others', async () => {
	const first = await render(['Anna']);
	expect(await render(['Anna'])).toEqual(first);
	expect(await render(['Bruno'])).not.toEqual(first);
	expect(await render(['Anna'], { ...FRAME, lang: 'en' })).not.toEqual(first);
	expect(await render(['Anna'], { ...FRAME, createdAt: '2026-11-20T09:00:01.000Z' })).not.toEqual(first);
});

test('a wrong template is an error, and what it reads is not there', async () => {
	await expect(renderPdf('= A\n=== B', {}, FRAME)).rejects.toThrow('heading');
	await expect(renderPdf('#read("/etc/hostname")', {}, FRAME)).rejects.toThrow();
	await expect(renderPdf('#import "@preview/example:0.1.0": *', {}, FRAME)).rejects.toThrow();
});

test('a machine for which the compiler has no file is told apart from a wrong template', async () => {
	const missing = makeCompiler(() => Promise.reject(new Error('Cannot find native binding')));
	await expect(missing).rejects.toBeInstanceOf(NoCompiler);
});
