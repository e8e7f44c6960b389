import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readBatches } from '$lib/server/homes/imports/batches';
import { run } from '$lib/server/homes/imports/check-file.worker';
import type { ImportedBuilding, ImportedRow } from '$lib/server/homes/imports/check-row';
import type { Encoding } from '$lib/server/homes/imports/encodings';
import type { Known } from '$lib/server/homes/dwellings/column';

// Files as offices send them, each with what their public bug reports say went wrong.

const known: Known = {
	owners: [{ id: 'o1', name: 'Comune di Milano' }],
	operations: [{ id: 'disabilita', name: 'Abitazioni per Persone con Disabilità', codes: [] }],
	today: '2026-11-29'
};
type How = { language?: 'it' | 'en'; encoding?: Encoding };
async function checkBytes(bytes: Uint8Array, { language = 'it', encoding }: How = {}) {
	const read = await run({ bytes, known, language, encoding });
	if (!read.ok) throw new Error(read.problem);
	const { checked } = read;
	const rows = [...readBatches<ImportedRow>(checked.rows)].flat();
	const buildings = [...readBatches<ImportedBuilding>(checked.buildings)].flat();
	return { ...checked, rows, buildings, encoding: read.encoding };
}
const bytesOf = (name: string) => readFileSync(`tests/support/data/imports/${name}.csv`);
const check = (name: string, how?: How) => checkBytes(bytesOf(name), how);
const right = { problems: [], errorCount: 0 };

test('cells left out at the end of a row are empty', async () =>
	expect(await check('short-rows')).toMatchObject({ ...right, rowCount: 2, rows: [{ code: 'ZZ-1-01' }, {}] }));

test('a line that names the separator is skipped', async () =>
	expect(await check('sep-line')).toMatchObject({ ...right, titlesAt: 2, rows: [{ line: 3, code: 'ZZ-1-01' }] }));

test('currency, units and spaces in thousands', async () => {
	const { rows, errorCount } = await check('currency-and-units');
	expect(errorCount).toBe(0);
	expect(rows.map(({ dwelling }) => [dwelling['rentCents'], dwelling['netAreaDm2']])).toEqual([
		[480_00, 62_50],
		[1250_50, 62_50],
		[480_00, 62_50]
	]);
});

test('whole numbers with decimals', async () =>
	expect(await check('whole-numbers-with-decimals')).toMatchObject({
		...right,
		rows: [{ dwelling: { floor: 2, rooms: 3 } }]
	}));

test('days as spreadsheets write them', async () => {
	const { rows, errorCount } = await check('spreadsheet-dates');
	expect(errorCount).toBe(0);
	expect(rows.map(({ works }) => works['works_planned'])).toEqual(['2020-02-01', '2026-01-15', '2026-01-15']);
});

test('floors in letters', async () => {
	const { rows } = await check('floors-by-words');
	expect(rows.map(({ dwelling }) => dwelling['floor'])).toEqual([0, 0, -1]);
	const raised = Buffer.from(bytesOf('floors-by-words').toString().replace(';PT;', ';R;').replace(';S1;', ';1°;'));
	expect((await checkBytes(raised)).errors).toMatchObject([
		{ row: 3, column: 'piano', problem: 'cell-floor-in-words' }
	]);
});

test('yes with an apostrophe', async () =>
	expect(await check('yes-with-apostrophe')).toMatchObject({ ...right, rows: [{ dwelling: { erp: true } }] }));

test('a code and a house number that a spreadsheet made a date are warned about', async () => {
	const { warnings, warningCount, errorCount } = await check('turned-into-dates');
	expect([warningCount, errorCount]).toEqual([2, 0]);
	expect(warnings).toMatchObject([
		{ kind: 'like-date', row: 2, column: 'civico', value: '03-apr' },
		{ kind: 'like-date', row: 2, column: 'interno', value: '44256' }
	]);
});

describe('letters in another encoding', () => {
	test('of DOS are shown as odd, and read when it is chosen', async () => {
		const guessed = await check('old-code-page-cp850');
		expect(guessed).toMatchObject({ encoding: 'windows-1252', letters: { odd: 1 } });
		expect(guessed.letters.sample[0]).toMatchObject({ row: 2, column: 'via', readings: { cp850: 'via Nicolò' } });
		const chosen = await check('old-code-page-cp850', { encoding: 'cp850' });
		expect(chosen).toMatchObject({ ...right, letters: { odd: 0 }, buildings: [{ fields: { street: 'via Nicolò' } }] });
	});
	test('written twice too', async () => {
		const guessed = await check('encoded-twice');
		expect(guessed).toMatchObject({ encoding: 'utf-8', letters: { odd: 1 } });
		expect(guessed.letters.sample[0]).toMatchObject({ readings: { twice: 'via Cefalù' } });
		const chosen = await check('encoded-twice', { encoding: 'twice' });
		expect(chosen).toMatchObject({ letters: { odd: 0 }, buildings: [{ fields: { street: 'via Cefalù' } }] });
	});
});

test('signs nobody sees in an address are refused', async () =>
	expect((await check('newline-and-direction-marks')).errors).toMatchObject([
		{ column: 'via', problem: 'cell-invisible', count: 2, rows: [2, 4] }
	]));

test('a code with a slash, and a range of house numbers', async () => {
	expect(await check('slash-in-code')).toMatchObject({ ...right, rows: [{ code: 'SC/9' }] });
	expect(await check('long-house-number')).toMatchObject({
		...right,
		buildings: [{ fields: { streetNumber: '12-14-16-18-20-22-24-26' } }]
	});
});

describe('other files of these kinds', () => {
	const titles = ['codice_edificio', 'comune', 'via', 'civico', 'codice_alloggio', 'proprieta', 'erp', 'canone_euro'];
	const row = ['E-1', 'Milano', 'via Padova', '3', 'A-1', 'Comune di Milano', 'no', '480,00'];
	const lines = (sign: string, ...more: string[][]) => [titles, row, ...more].map((cells) => cells.join(sign));
	const utf8 = (text: string) => new TextEncoder().encode(text);

	it.each([';', ',', '\t', '|'])('parted by %j, under a heading with other signs', async (sign) => {
		const table = lines(sign, [...row.slice(0, 4), 'A-2']).map((line) =>
			sign === ',' ? line.replace('480,00', '"480,00"') : line
		);
		const text = ['Elenco alloggi, al 29/11/2026; ufficio | case', '', '   ', ...table].join('\r\n');
		expect(await checkBytes(utf8(text))).toMatchObject({
			titlesAt: 4,
			delimiter: sign,
			errors: [
				{ column: 'proprieta', rows: [6] },
				{ column: 'erp', rows: [6] }
			]
		});
	});

	it.each(['sep=,', '"sep=,"', 'SEP=,'])('after %s', async (named) => {
		const text = [named, ...lines(',').map((line) => line.replace('480,00', '"480,00"'))].join('\r\n');
		expect(await checkBytes(utf8(`\uFEFF${text}`))).toMatchObject({ ...right, titlesAt: 2, delimiter: ',' });
	});

	it('with titles that nobody knows say which', async () => {
		const { problems } = await checkBytes(utf8('sep=|\n\nfoo|bar\n1|2'));
		expect(problems).toContainEqual({ problem: 'column-unknown', about: 'foo' });
	});

	it('in UTF-16 with a mark and without', async () => {
		const text = Buffer.from(lines(';').join('\n'), 'utf16le');
		for (const bytes of [text, Buffer.concat([Buffer.from([0xff, 0xfe]), text]), Buffer.from(text).swap16()])
			expect(await checkBytes(bytes)).toMatchObject({ ...right, encoding: 'utf-16' });
	});

	it('with line ends of old Macintoshes', async () =>
		expect(await checkBytes(utf8(lines(';').join('\r')))).toMatchObject({ ...right, rowCount: 1 }));

	it.each(['macintosh', 'cp850'] as const)('with the letters of %s', async (encoding) => {
		const letters = { macintosh: 0x98, cp850: 0x95 };
		const bytes = Buffer.from(lines(';').join('\n').replace('Padova', 'Nicol?'), 'latin1');
		bytes[bytes.indexOf('?')] = letters[encoding];
		expect((await checkBytes(bytes)).letters).toMatchObject({
			odd: 1,
			sample: [{ readings: { [encoding]: 'via Nicolò' } }]
		});
		expect((await checkBytes(bytes, { encoding })).buildings).toMatchObject([{ fields: { street: 'via Nicolò' } }]);
	});

	it.each(['Nicolò', 'Šibenik', 'São Paulo', 'Núria Col·lell', 'Łódź', 'улица Ленина', '中山路', 'dell’Arca', 'Caffè'])(
		'whose letters are right are not warned about: %s',
		async (street) => {
			const text = lines(';').join('\n').replace('via Padova', street);
			expect((await checkBytes(utf8(text))).letters.odd).toBe(0);
		}
	);

	it('with a rent of two meanings are asked about, and read once the language is chosen', async () => {
		const text = lines(';').join('\n').replace('480,00', '1,250');
		expect((await checkBytes(utf8(text))).errors).toMatchObject([
			{ problem: 'cell-two-meanings', meanings: ['1,25', '1250'] }
		]);
		expect((await checkBytes(utf8(text), { language: 'en' })).rows).toMatchObject([
			{ dwelling: { rentCents: 1250_00 } }
		]);
	});

	it('with the same mistake in each row name it once', async () => {
		const many = Array.from({ length: 300 }, (_, n) => [...row.slice(0, 4), `A-9${n}`, 'Comune', 'no', 'abc']);
		const { errors, errorCount } = await checkBytes(utf8(lines(';', ...many).join('\n')));
		expect(errorCount).toBe(600);
		expect(errors).toMatchObject([
			{ column: 'proprieta', count: 300, values: ['Comune'], rows: [3, 4, 5, 6, 7, 8, 9, 10] },
			{ column: 'canone_euro', count: 300, values: ['abc'] }
		]);
	});

	it.each([
		['civico', '3 aprile 2026', 1],
		['civico', '03/04/2026', 1],
		['civico', 'apr-03', 1],
		['civico', '12-14', 0],
		['civico', '3/4', 0],
		['civico', '12/A', 0],
		['codice_alloggio', '2026-04-03', 1],
		['codice_alloggio', '01-mag', 1],
		['codice_alloggio', '44256', 0],
		['codice_alloggio', 'MAR-100', 0],
		['via', '4 novembre', 0]
	])('%s %s: %i warnings', async (column, value, count) => {
		const cells = row.map((cell, index) => (titles[index] === column ? value : cell));
		const { warningCount, errorCount } = await checkBytes(utf8([titles.join(';'), cells.join(';')].join('\n')));
		expect([warningCount, errorCount]).toEqual([count, 0]);
	});
});
