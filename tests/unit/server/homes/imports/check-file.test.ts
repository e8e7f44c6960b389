import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBatches } from '$lib/server/homes/imports/batches';
import { checkFile } from '$lib/server/homes/imports/check-file';
import type { ImportedBuilding, ImportedRow } from '$lib/server/homes/imports/check-row';
import type { Known } from '$lib/server/homes/dwellings/column';
import { template } from '$lib/server/homes/imports/template';

const known: Known = {
	owners: [{ id: 'o1', name: 'Comune di Milano' }],
	operations: [{ id: 'disabilita', name: 'Abitazioni per Persone con Disabilità', codes: ['MI4.1.1.d'] }],
	today: '2026-06-01'
};
const titles =
	'codice_edificio;comune;codice_alloggio;proprieta;erp;superficie_netta_m2;piano;via;lavori_iniziati_il;lavori_finiti_il';
const row = (changes: Record<number, string> = {}) => {
	const cells = ['E-1', 'Milano', 'A-1', 'Comune di Milano', 'no', '62,50', '2', 'via Padova', '', ''];
	for (const [index, cell] of Object.entries(changes)) cells[Number(index)] = cell;
	return cells.join(';');
};
async function checkText(text: string) {
	const checked = await checkFile(text, known, { language: 'it', encoding: 'utf-8' });
	const rows = [...readBatches<ImportedRow>(checked.rows)].flat();
	return { ...checked, rows, buildings: [...readBatches<ImportedBuilding>(checked.buildings)].flat() };
}
const check = (...lines: string[]) => checkText(lines.join('\r\n'));
const errorsOf = async (...rows: string[]) =>
	(await check(titles, ...rows)).errors.map(({ row: line, column, problem }) => [line, column, problem]);

/** A pattern that repeats over such a line overflowed the stack, and the file was answered with an error of ours. */
it.each(['a', '"a"'])('a line of nine megabytes of %j is refused as any wrong file', async (sign) => {
	const text = sign.repeat((9 * 1024 * 1024) / sign.length);
	for (const file of [text, `${titles}\n"${text}`]) expect((await checkText(file)).problems.length).toBeGreaterThan(0);
});

describe('a file of dwellings', () => {
	it('is read as the template describes it', async () => {
		const checked = await checkText(template());
		expect(checked).toMatchObject({ problems: [], errors: [], rowCount: 2 });
		expect(checked.rows[0]).toMatchObject({
			buildingCode: 'ED-0101',
			code: 'AL-0101-07',
			building: { entranceDoorMm: 900, lift: true, stepFreeEntrance: false },
			dwelling: { ownerId: 'o1', operationId: 'disabilita', netAreaDm2: 6_250, rentCents: 48_000 },
			works: { works_planned: '2025-09-10', works_started: '2025-12-01' }
		});
		expect(checked.rows[1]?.dwelling).toMatchObject({ floor: -1 });
		expect(checked.rows[1]?.dwelling).not.toHaveProperty('rentCents');
	});

	it.each([',', ';', '\t'])('may part its cells with %j', async (delimiter) => {
		const lines = [titles, row({ 5: '62.5' })].map((line) => line.replaceAll(';', delimiter));
		expect(await check(...lines)).toMatchObject({ errorCount: 0, rows: [{ dwelling: { netAreaDm2: 6_250 } }] });
	});

	it('may quote a cell that holds the separator, and title columns in capitals', async () => {
		const checked = await check(titles.toUpperCase(), row({ 7: '"via Padova; interno cortile"' }));
		expect(checked.rows[0]?.building['street']).toBe('via Padova; interno cortile');
	});

	it('is refused without its columns, with unknown ones, or with one twice', async () => {
		expect((await check(titles.replace('comune;', ''), row())).problems).toEqual([
			{ problem: 'column-missing', about: 'comune' }
		]);
		expect((await check(titles.replace('piano', 'piani_fuori_terra'), row())).problems).toEqual([
			{ problem: 'column-unknown', about: 'piani_fuori_terra' }
		]);
		expect((await check(titles.replace('piano', 'erp'), row())).problems).toContainEqual({
			problem: 'column-repeated',
			about: 'erp'
		});
	});

	it('is refused with titles only, and with quotes that do not end', async () => {
		expect((await check(titles)).problems).toEqual([{ problem: 'file-no-rows', about: '' }]);
		expect((await check(titles, ';;;;;;;;;', '')).problems).toEqual([{ problem: 'file-no-rows', about: '' }]);
		expect((await check(titles, row({ 7: '"via Padova' }), row())).problems[0]?.problem).toBe('file-broken-quotes');
		expect((await check(titles, row({ 7: '"via" Padova' }))).problems[0]?.problem).toBe('file-broken-quotes');
	});

	it('tells each of ten wrong cells by row, column and value, those of one kind together', async () => {
		const wrong = [
			row({ 2: 'A-1', 5: '0' }),
			row({ 2: 'A-2', 5: 'sessanta' }),
			row({ 2: 'A-3', 5: '62,505' }),
			row({ 2: 'A-4', 6: '2,5' }),
			row({ 2: 'A-5', 6: '99' }),
			row({ 2: 'A-6', 4: 'forse' }),
			row({ 2: 'A-7', 3: 'Regno di Sardegna' }),
			row({ 2: '', 8: '31/02/2026' }),
			row({ 2: 'A-9', 8: '02/06/2026' })
		];
		expect(await errorsOf(...wrong)).toEqual([
			[2, 'superficie_netta_m2', 'cell-out-of-range'],
			[3, 'superficie_netta_m2', 'cell-not-number'],
			[5, 'piano', 'cell-not-whole'],
			[6, 'piano', 'cell-out-of-range'],
			[7, 'erp', 'cell-not-yes-or-no'],
			[8, 'proprieta', 'cell-owner-unknown'],
			[9, 'codice_alloggio', 'cell-empty'],
			[9, 'lavori_iniziati_il', 'cell-not-date'],
			[10, 'lavori_iniziati_il', 'cell-date-in-future']
		]);
		const { errors } = await check(titles, ...wrong);
		expect(errors[1]).toMatchObject({ count: 2, rows: [3, 4], values: ['sessanta', '62,505'] });
	});

	it.each(['=1+1', '+39 02', '-via Padova', '@via Padova', '=HYPERLINK("http://x")'])(
		'refuses %j, which a spreadsheet would run',
		async (cell) => {
			const quoted = `"${cell.replaceAll('"', '""')}"`;
			expect(await errorsOf(row({ 7: quoted }))).toEqual([[2, 'via', 'cell-formula']]);
		}
	);

	it('keeps its line numbers after a cell with a new line in it and after empty rows', async () => {
		const rows = [row({ 7: '"via\nPadova"' }), '', row({ 2: 'A-2', 4: 'forse' })];
		expect(await errorsOf(...rows)).toEqual([
			[2, 'via', 'cell-invisible'],
			[5, 'erp', 'cell-not-yes-or-no']
		]);
	});

	it('tells a repeated code, a building with two addresses, and works that end before they begin', async () => {
		const rows = [row(), row(), row({ 2: 'A-2', 7: 'via Monza' }), row({ 2: 'A-3', 8: '10/03/2026', 9: '09/03/2026' })];
		const { errors } = await check(titles, ...rows);
		expect(errors).toMatchObject([
			{ row: 3, column: 'codice_alloggio', problem: 'cell-repeated-code', other: 2 },
			{ row: 4, column: 'via', problem: 'cell-other-building', other: 2 },
			{ row: 5, column: 'lavori_finiti_il', problem: 'cell-date-order' }
		]);
	});

	it('tells a row with a cell too many, and takes those missing at its end for empty ones', async () => {
		expect(await errorsOf(`${row()};in più`, 'E-1;Milano;A-2;Comune di Milano')).toEqual([
			[2, '', 'row-wrong-cells'],
			[3, 'erp', 'cell-empty']
		]);
		const checked = await check(titles, 'E-1;Milano;A-1;Comune di Milano;no;62,50');
		expect(checked).toMatchObject({ errorCount: 0, rows: [{ dwelling: { netAreaDm2: 6_250 } }] });
	});

	it('gathers what the rows of a building say together, and names the line that said it first', async () => {
		const first = row({ 7: '' });
		expect((await check(titles, first, row({ 2: 'A-2' }), row({ 0: 'E-2', 2: 'A-3' }))).buildings).toEqual([
			{ line: 2, code: 'E-1', fields: { municipality: 'Milano', street: 'via Padova' } },
			{ line: 4, code: 'E-2', fields: { municipality: 'Milano', street: 'via Padova' } }
		]);
		const { errors } = await check(titles, first, row({ 2: 'A-2' }), row({ 2: 'A-3', 1: 'Rho', 7: 'via Monza' }));
		expect(errors).toMatchObject([
			{ row: 4, column: 'comune', other: 2 },
			{ row: 4, column: 'via', other: 3 }
		]);
	});

	it('keeps more rows than a batch holds, all of them and in order', async () => {
		const many = Array.from({ length: 1_001 }, (_, index) => row({ 2: `A-${index}` }));
		const { rows } = await check(titles, ...many);
		expect(rows.map(({ code }) => code)).toEqual(many.map((_, index) => `A-${index}`));
	});

	it('shows a hundred different errors and counts them all', async () => {
		const first = Array.from({ length: 150 }, (_, index) => row({ 2: `A-${index}` }));
		const checked = await check(titles, ...first, ...first);
		expect(checked.errors).toHaveLength(100);
		expect(checked).toMatchObject({ errorCount: 150, rowCount: 300, rows: [] });
	});

	it('never fails on a text, whatever it holds', async () => {
		const cell = fc.oneof(fc.string(), fc.constantFrom('"', ';', '\n', '=1', '__proto__', 'A-1', 'sì', '1.234,5'));
		const lines = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(lines, async (cells) => {
				const checked = await check(titles, ...cells.map((line) => line.join(';')));
				expect(checked.problems.length + checked.errorCount + checked.rows.length).toBeGreaterThan(0);
			})
		);
	});
});
