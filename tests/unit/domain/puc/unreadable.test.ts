import { describe, expect, it } from 'vitest';
import { checkFile } from '$lib/domain/puc/check-file';
import { readCodes } from '$lib/domain/puc/codes';
import { MAX_LINE } from '$lib/domain/puc/unreadable';
import { fileOf, ON, PucDraft } from '../../../support/builders/puc-file';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hub = () => PucDraft.hub().lines();
const told = (bytes: Uint8Array) => {
	const report = checkFile(bytes, ON, {});
	return 'code' in report ? `${report.code}: ${report.sentence}` : report.faults.map(({ check }) => check);
};
const withBytes = (text: string, ...at: number[]) => new Uint8Array([...bytesOf(text), ...at]);
const FOOTER = 'footer: riga 2: il file si interrompe prima della riga FF. Lo scarichi di nuovo.';

describe('a file that is not read says why', () => {
	it.each<[string, Uint8Array, string]>([
		['nothing', bytesOf(''), 'empty: il file è vuoto'],
		['a byte order mark', bytesOf(`\ufeff${fileOf(hub())}`), 'encoding: '],
		['Latin letters of one byte', withBytes(fileOf(hub()), 0xe8), 'encoding: '],
		['a character cut short at the end', withBytes(fileOf(hub()), 0xe2, 0x82), 'encoding: '],
		['a surrogate by itself', withBytes(fileOf(hub()), 0xed, 0xa0, 0x80), 'encoding: '],
		['a longer form of a letter', withBytes(fileOf(hub()), 0xc1, 0x81), 'encoding: '],
		['UTF-16', new Uint8Array([0xff, 0xfe, 0x48, 0, 0x48, 0]), 'encoding: '],
		['a line end alone', bytesOf('\r\n'), 'header: riga 1: '],
		['another first line', bytesOf(fileOf(['XX#0#a#PUC#', 'FF#1#0#'])), 'header: riga 1: '],
		['a header with another number', bytesOf(fileOf(['HH#1#a#PUC#', 'FF#1#0#'])), 'header: riga 1: '],
		['no sender', bytesOf(fileOf(['HH#0##PUC#', 'FF#1#0#'])), 'header: riga 1: '],
		['a sender of 21', bytesOf(fileOf([`HH#0#${'🔑'.repeat(21)}#PUC#`, 'FF#1#0#'])), 'header: riga 1: '],
		['a bar in the sender', bytesOf(fileOf(['HH#0#a|b#PUC#', 'FF#1#0#'])), 'header: riga 1: '],
		['a header with more', bytesOf(fileOf(['HH#0#a#PUC# ', 'FF#1#0#'])), 'header: riga 1: '],
		['a second header', bytesOf(fileOf([...hub(), 'HH#0#a#PUC#'])), "header: riga 35: è un'altra riga HH"],
		['a second header in the middle', bytesOf(fileOf(hub().with(4, 'HH#'))), 'header: riga 5: '],
		['no last line', bytesOf(fileOf(['HH#0#a#PUC#', 'AP05#1#a|b|#'])), FOOTER],
		['the header alone', bytesOf(fileOf(['HH#0#a#PUC#'])), 'footer: riga 1: '],
		['a blank line at the end', bytesOf(fileOf([...hub(), ''])), 'footer: riga 34: la riga FF non è l'],
		['two last lines', bytesOf(fileOf([...hub(), 'FF#33#32#'])), 'footer: riga 34: la riga FF non è l'],
		['FF without a mark', bytesOf(fileOf(['HH#0#a#PUC#', 'FF'])), FOOTER],
		['old line ends', bytesOf(fileOf(hub()).replaceAll('\r\n', '\r')), 'header: riga 1: ']
	])('%s', (_, bytes, start) => {
		expect(String(told(bytes)).slice(0, start.length)).toBe(start);
	});

	it('a sender of 20 characters is read, code point by code point', () => {
		expect(told(bytesOf(fileOf([`HH#0#${'🔑'.repeat(20)}#PUC#`, 'FF#1#0#'])))).toEqual([]);
	});

	it('a line has at most 100,000 code points, without its end', () => {
		const withNote = (length: number) => {
			const before = 'X#1#';
			return bytesOf(fileOf(['HH#0#a#PUC#', `${before}${'🔑'.repeat(length - before.length)}`, 'FF#2#1#']));
		};
		expect(told(withNote(MAX_LINE))).toEqual(['S01']);
		expect(told(withNote(MAX_LINE + 1))).toBe('too-large: riga 2: supera 100.000 caratteri. La accorci o la divida.');
	});

	it('the first reason of the list is said, wherever in the file it is', () => {
		const long = 'x'.repeat(MAX_LINE + 1);
		expect(told(withBytes(fileOf([long, 'x']), 0xe8))).toMatch(/^encoding/);
		expect(told(bytesOf(fileOf(['x', long])))).toMatch(/^too-large: riga 2/);
		expect(told(bytesOf(fileOf(['HH#0#a#PUC#', 'FF#1#0#', 'HH#'])))).toMatch(/^header: riga 3/);
	});
});

describe('tables of codes', () => {
	const read = (value: unknown) => readCodes(bytesOf(typeof value === 'string' ? value : JSON.stringify(value)));
	const format = 'puc-codes/1';

	it.each([
		['no JSON', '{'],
		['nothing', ''],
		['a byte order mark', `\ufeff${JSON.stringify({ format })}`],
		['another format', { format: 'puc-codes/2' }],
		['no format', { TC4: {} }],
		['a list', []],
		['null', 'null'],
		['a text', '"puc-codes/1"'],
		['a table that is a list', { format, TC4: [] }],
		['a table that is null', { format, TC36: null }],
		['a table that is a text', { format, TC5: '03' }],
		['a code that is a text', { format, TC5: { 'OP-03': '03' } }],
		['funds that are no list', { format, TC4: { P: { funds: 'ERDF' } } }],
		['a nature that is a number', { format, TC37: { V03: { nature: 3 } } }]
	])('%s is not of the format', (_, value) => expect(read(value)).toBeNull());

	it('Latin letters of one byte are not', () => {
		expect(readCodes(Uint8Array.from([...bytesOf('{"format":"puc-codes/1","è'.slice(0, -1)), 0xe8, 0x22]))).toBeNull();
	});

	it('tables may be missing, other members and codes without a value are passed over', () => {
		expect(read({ format })).toEqual({});
		const tables = read({
			format,
			TC9: 7,
			TC5: { a: {}, b: { nature: '03', other: 1 } },
			TC4: { toString: { funds: [] } }
		});
		expect(tables).toEqual({ TC5: new Map([['b', '03']]), TC4: new Map([['toString', []]]) });
	});
});
