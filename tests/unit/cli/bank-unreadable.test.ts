import { chmodSync, closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { account, camt, DECLARATION, documentOf, entry, statement } from '../../support/bank/camt';
import { checkBank, readBank, refusalOf } from '../../support/bank/check-bank';
import { call } from '../../support/call-command';

const folder = mkdtempSync(join(tmpdir(), 'bank-'));
afterAll(() => rmSync(folder, { recursive: true }));

const right = camt({ entries: [entry()] });
/** The file with something at its first mark. */
const withText = (text: string) => right.replace('<Id>S1</Id>', `<Id>S1</Id>\n${text}`);
const named = (text: string) => withText(`<AddtlStmtInf>${text}</AddtlStmtInf>`);
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const nested = (depth: number) => withText('<x>'.repeat(depth) + '</x>'.repeat(depth));

it('the file that the others are made from is right', async () => {
	expect(await checkBank(right)).toMatchObject({ exit: 0, err: '' });
	expect(await checkBank(named('x'))).toMatchObject({ exit: 0 });
});

describe('missing', () => {
	it('no such file, a folder, an empty name', async () => {
		for (const path of [join(folder, 'none'), folder, '']) {
			expect((await call('bank', 'check', path)).err).toMatch(/^bank: missing: /);
		}
	});

	it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
		writeFileSync(join(folder, 'closed'), right);
		chmodSync(join(folder, 'closed'), 0);
		expect((await call('bank', 'check', join(folder, 'closed'))).err).toMatch(/^bank: missing: /);
	});
});

it.each([
	['empty', ''],
	['blanks', ' \n\t'],
	['PDF', '%PDF-1.7'],
	['MT940', ':20:STARTUMS'],
	['SWIFT', '{1:F01'],
	['text before', `x${right}`],
	['two marks', bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], right)],
	['RH after a line', '\n RH'],
	['RH after a mark', bytes([0xef, 0xbb, 0xbf], ' RH')],
	['zeros', new Uint8Array(1000)]
])('format: %s', async (_, content) => expect(await refusalOf(content)).toMatchObject({ code: 'format' }));

const declaring = (name: string) => right.replace('UTF-8', name);

it.each([
	['UTF-16 with its mark', Buffer.from(`\ufeff${declaring('UTF-16')}`, 'utf16le')],
	['UTF-16 without', Buffer.from(declaring('UTF-16'), 'utf16le')],
	['UTF-16, the other end first', Buffer.from(`\ufeff${right}`, 'utf16le').swap16()],
	['UTF-16 that says so in ASCII', declaring('UTF-16')],
	['another name', declaring('UTF8')],
	['another family', declaring('ISO-8859-15')],
	['a mark and ISO-8859-1', bytes([0xef, 0xbb, 0xbf], declaring('ISO-8859-1'))],
	['bytes that are no UTF-8', bytes(named('').slice(0, 200), [0xe9], named('').slice(200))],
	['a surrogate as UTF-8', bytes(right.slice(0, 200), [0xed, 0xa0, 0x80], right.slice(200))],
	['too long a form', bytes(right.slice(0, 200), [0xc0, 0xaf], right.slice(200))],
	['more than ASCII', bytes(declaring('us-ascii').replace('S1', 'é'))]
])('encoding: %s', async (_, content) => expect(await refusalOf(content)).toMatchObject({ code: 'encoding' }));

it('a wrong byte is met where it stands', async () => {
	const before = `${DECLARATION}\n\n<Document xmlns="x">`;
	expect(await refusalOf(bytes(before, [0xff]))).toEqual({ code: 'namespace', line: 4 });
	expect(await refusalOf(bytes(withText('\n\n'), [0xff]))).toEqual({ code: 'encoding', line: 5 });
});

it.each([
	['UTF-8', Buffer.from],
	['utf-8', Buffer.from],
	['ISO-8859-1', (text: string) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')],
	['iso-8859-1', (text: string) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')],
	['Windows-1252', (text: string) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')]
])('%s is read', async (name, encode: (text: string) => Buffer) => {
	const file = declaring(name).replace('S1', 'Zoë 5 €');
	expect((await readBank(encode(file))).statements[0]!.id).toBe('Zoë 5 €');
});

it('a byte order mark goes with UTF-8, with ASCII and with no declaration', async () => {
	for (const file of [right, declaring('US-ASCII'), right.replace(DECLARATION, '')]) {
		expect((await readBank(bytes([0xef, 0xbb, 0xbf], file))).statements[0]!.id).toBe('S1');
	}
	expect((await readBank(right.replace(DECLARATION, ' \n'))).statements).toHaveLength(1);
});

it.each([
	['an attribute twice', withText('<a b="1" b="2"/>')],
	['twice by two prefixes', withText('<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>')],
	['a prefix that is not bound', withText('<p:a/>')],
	['such an attribute', withText('<a p:b="1"/>')],
	[']]> in text', named(']]>')],
	['a control character', named('\u0001')],
	['one as a reference', named('&#1;')],
	['one of XML 1.1', named('&#1;').replace('version="1.0"', 'version="1.1"')],
	['half a character as a reference', named('&#xD800;')],
	['U+FFFE', named('\ufffe')],
	['an unknown entity', named('&chi;')],
	['an entity without its end', named('a & b')],
	['the end of the file in an entity', `${right.slice(0, 300)}&amp`],
	['a reference to nothing', named('&;')],
	['a reference without end', named(`&${'a'.repeat(300_000)}`)],
	['an attribute without quotes', withText('<a b=1/>')],
	['an attribute without value', withText('<a b/>')],
	['< in an attribute', withText('<a b="<"/>')],
	['two attributes without a blank', withText('<a b="1"c="2"/>')],
	['tags that cross', withText('<a><b></a></b>')],
	['another end', right.replace('</Stmt>', '</Stm>')],
	['two roots', `${right}<a/>`],
	['text after the root', `${right}x`],
	['a zero after the root', `${right}\0`],
	['a comment after the root without end', `${right}<!-- `],
	['-- in a comment', withText('<!-- a -- b -->')],
	['a declaration that is late', ` ${right}`],
	['a declaration in the middle', withText('<?xml version="1.0"?>')],
	['a declaration without version', right.replace('version="1.0" ', '')],
	['a declaration with a bad name', declaring(' ')],
	['a name with a digit first', withText('<1a/>')],
	['<![CDATA[ after the root', `${right}<![CDATA[ ]]>`]
])('not-xml: %s', async (_, file) => expect(await refusalOf(file)).toMatchObject({ code: 'not-xml' }));

it.each(['\n', '\r\n', '\r'])('the line of a fault is counted with lines that end in %j', async (end) => {
	const lines = (text: string) => text.replaceAll('\n', end);
	expect(await refusalOf(lines(withText('\n\n<a b="1" b="2"/>')))).toEqual({ code: 'not-xml', line: 5 });
	expect(await refusalOf(lines(withText('\n\na & b\n\n<x/>;')))).toEqual({ code: 'not-xml', line: 5 });
	expect(await refusalOf(lines(withText(`\n${'<x\n>'.repeat(61)}`)))).toEqual({ code: 'too-deep', line: 65 });
});

it('a file that was cut is truncated, wherever it was cut', async () => {
	const file = withText('<a b="c">é &amp; <![CDATA[x]]><!-- y --><?z z?></a>');
	const whole = Buffer.from(file);
	const cuts = Array.from({ length: whole.length - 1 }, (_, at) => at + 1).filter(
		(at) => at % 7 === 0 || at > whole.length - 12
	);
	for (const at of cuts) {
		expect(['truncated', 'not-xml'], `cut at ${at}`).toContain((await refusalOf(whole.subarray(0, at))).code);
	}
	expect(await refusalOf(right.replace('</Document>', ''))).toEqual({ code: 'truncated', line: 2 });
});

const doctype = (text: string) => right.replace(DECLARATION, `${DECLARATION}\n${text}`);

it.each([
	['an empty one', doctype('<!DOCTYPE Document>')],
	['one of nothing', doctype('<!DOCTYPE>')],
	['one that is not well formed', doctype('<!DOCTYPE \u0001')],
	['one with entities', doctype('<!DOCTYPE D [<!ENTITY a "b">]>').replace('S1', '&a;')],
	['one of a million laughs', doctype(`<!DOCTYPE D [${'<!ENTITY a "b">'.repeat(100_000)}]>`)],
	['one without end', doctype('<!DOCTYPE D [')]
])('doctype: %s', async (_, file) => expect(await refusalOf(file)).toEqual({ code: 'doctype', line: 3 }));

it('a doctype in the middle is one, in a comment or a text it is none', async () => {
	expect(await refusalOf(withText('<!DOCTYPE a>'))).toEqual({ code: 'doctype', line: 3 });
	expect(await checkBank(withText('<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>'))).toMatchObject({ exit: 0 });
	expect(await refusalOf(right.replace(DECLARATION, '<!doctype html>'))).toMatchObject({ code: 'not-xml' });
});

it('a doctype is met across the ends of chunks', async () => {
	for (let before = 65_520; before <= 65_540; before += 1) {
		const padded = `${DECLARATION}<!--${' '.repeat(before - DECLARATION.length - 7)}--><!DOCTYPE D>`;
		expect((await refusalOf(padded + documentOf(''))).code).toBe('doctype');
		const entity = named(`&amp;`).replace(
			'<Id>',
			`<!--${' '.repeat(before - named('').indexOf('<AddtlStmtInf>') - 22)}--><Id>`
		);
		expect(await checkBank(entity)).toMatchObject({ exit: 0 });
	}
});

it.each([
	['another root', right.replaceAll('Document', 'Documento')],
	['no namespace', right.replace(/ xmlns="[^"]*"/, '')],
	['camt.052', right.replace('camt.053.001.08', 'camt.052.001.08')],
	['a later version', right.replace('camt.053.001.08', 'camt.053.001.09')],
	['pain', right.replace('camt.053.001.08', 'pain.001.001.09')],
	['a blank after the name', right.replace('camt.053.001.08"', 'camt.053.001.08 "')],
	['capitals', right.replace('camt.053.001.08', 'CAMT.053.001.08')],
	['HTML', '<html><body/></html>']
])('namespace: %s', async (_, file) => expect(await refusalOf(file)).toMatchObject({ code: 'namespace' }));

it.each([
	['no child', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>'],
	['the child of the other message', documentOf('<Ntfctn/>', 'camt.054.001.08').replace('camt.054', 'camt.053')],
	['no statement', documentOf('<GrpHdr/>')],
	['a notification in a statement', documentOf('<Ntfctn/>')],
	['a statement of another namespace', documentOf('<Stmt xmlns="x"/>')],
	['an account after an entry', camt({ entries: [entry()], rest: account })],
	['a balance after an entry that is not booked', camt({ entries: [entry({ status: '' })], rest: '<Bal/>' })]
])('structure: %s', async (_, file) => expect(await refusalOf(file)).toMatchObject({ code: 'structure' }));

it('64 elements deep is deep enough', async () => {
	expect(await checkBank(nested(61))).toMatchObject({ exit: 0 });
	expect(await refusalOf(nested(62))).toEqual({ code: 'too-deep', line: 3 });
	expect(await refusalOf(nested(62).replaceAll('<x>', '<x xmlns="y">'))).toMatchObject({ code: 'too-deep' });
});

describe('too-large', () => {
	const long = (length: number) => 'a'.repeat(length);

	it('a text of 100,000 characters is read, one more is too many', async () => {
		expect((await readBank(right.replace('S1', long(100_000)))).statements[0]!.id).toHaveLength(100_000);
		const pieces = (text: string) => named(`${text}<!-- -->${text}<![CDATA[${text}]]>&amp;<x/>${text}`);
		expect(await checkBank(pieces(long(24_999)))).toMatchObject({ exit: 0 });
		for (const file of [named(long(100_001)), named(`<![CDATA[${long(100_001)}]]>`), pieces(long(25_000))]) {
			expect(await refusalOf(file)).toMatchObject({ code: 'too-large' });
		}
	});

	it('an attribute of 100,000 characters is read, one more is too many', async () => {
		expect(await checkBank(withText(`<a b="${long(100_000)}"/>`))).toMatchObject({ exit: 0 });
		expect(await refusalOf(withText(`<a b="${long(100_001)}"/>`))).toMatchObject({ code: 'too-large' });
		expect(await refusalOf(withText(`<a b="${long(500_000)}`))).toMatchObject({ code: 'too-large' });
	});

	it('a comment, an instruction and the blanks between entries may be as long as they like', async () => {
		const file = withText(`<!--${long(500_000)}--><?x ${long(500_000)}?>`);
		expect(await checkBank(file)).toMatchObject({ exit: 0 });
		expect(await checkBank(withText(`<a/>${' '.repeat(99_999)}<a/>${' '.repeat(99_999)}`))).toMatchObject({ exit: 0 });
	});

	it('a file of more than 512 MiB', async () => {
		const path = join(folder, 'large');
		writeFileSync(path, right);
		const file = openSync(path, 'r+');
		ftruncateSync(file, 2 ** 29 + 1);
		closeSync(file);
		expect((await call('bank', 'check', path)).err).toMatch(/^bank: too-large: /);
	});
});

it('what was read before a file turned out to be unreadable is not printed', async () => {
	const entries = Array.from({ length: 3000 }, () => entry());
	const file = camt({ entries }).replace('</Document>', '');
	expect(await checkBank(file)).toMatchObject({ exit: 2, out: '' });
});

it('elements of other namespaces, comments and instructions are skipped with all they hold', async () => {
	const foreign = `<f:Ntry xmlns:f="other"><Ntry xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">x</Ntry></f:Ntry>`;
	const file = documentOf(
		statement({ id: '<Id>a<f:Id xmlns:f="o">b</f:Id><!--c--><?d d?><![CDATA[<e>]]></Id>', rest: foreign })
	);
	const { statements, faults } = await readBank(file);
	expect(statements[0]).toMatchObject({ id: 'a<e>', entries: [] });
	expect(faults).toEqual([]);
	const prefixed = right.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1p:').replace(' xmlns=', ' xmlns:p=');
	expect((await readBank(prefixed)).statements).toEqual((await readBank(right)).statements);
});
