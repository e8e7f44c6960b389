import { expect, it } from 'vitest';
import { decode } from '$lib/server/homes/imports/decode';

const utf8 = (text: string) => new TextEncoder().encode(text);

it('reads UTF-8 with and without its mark', () => {
	expect(decode(utf8('proprietà'))).toEqual({ ok: true, text: 'proprietà', encoding: 'utf-8' });
	expect(decode(utf8('\uFEFFproprietà'))).toEqual({ ok: true, text: 'proprietà', encoding: 'utf-8' });
});

it('reads Latin-1, and the euro of Windows-1252', () => {
	const bytes = Uint8Array.from([...'proprieta', 'x'].map((letter) => letter.charCodeAt(0)));
	bytes[9] = 0xe0;
	expect(decode(bytes)).toMatchObject({ text: 'proprietaà', encoding: 'windows-1252' });
	expect(decode(Uint8Array.of(0x80, 0x20, 0x31))).toMatchObject({ text: '€ 1', encoding: 'windows-1252' });
});

it('reads UTF-16 as some spreadsheets save it', () => {
	const text = Uint8Array.from([0xff, 0xfe, ...Buffer.from('città;erp', 'utf16le')]);
	expect(decode(text)).toEqual({ ok: true, text: 'città;erp', encoding: 'utf-16' });
});

it('refuses what is empty and what is not text', () => {
	expect(decode(new Uint8Array())).toEqual({ ok: false, problem: 'file-empty' });
	expect(decode(utf8('\uFEFF \r\n'))).toEqual({ ok: false, problem: 'file-empty' });
	expect(decode(utf8('codice\0;erp'))).toEqual({ ok: false, problem: 'file-not-text' });
	expect(decode(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toMatchObject({ ok: false });
});
