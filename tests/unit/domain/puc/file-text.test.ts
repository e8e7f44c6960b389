import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountText } from '$lib/domain/puc/amounts';
import { fieldsOf } from '$lib/domain/puc/field-kinds';
import { draft, fileText, type Draft } from '$lib/domain/puc/file-text';
import { tableNames } from '$lib/domain/puc/tables';
import { checked, PucDraft } from '../../../support/builders/puc-file';

const hub: Draft[] = PucDraft.hub().records.map(({ table, fields }) => ({
	table,
	values: Object.fromEntries(fieldsOf(table).map(({ name }, place) => [name, fields[place]!]))
}));

it('writes the tables in their order, whatever the order of the records, and the file has no fault', () => {
	const text = fileText('MI01', hub.toReversed());
	expect(text).toBe(fileText('MI01', hub));
	expect(checked(text)).toMatchObject({ sender: 'MI01', records: 32, faults: [] });
	const written = text
		.split('\r\n')
		.slice(1, -2)
		.map((line) => line.slice(0, 4));
	expect(written).toEqual(
		written.toSorted((a, b) => tableNames.findIndex((name) => name === a) - tableNames.findIndex((name) => name === b))
	);
});

it('sorts a table by its key, byte by byte', () => {
	const codes = ['b', 'a1', 'a', '\u{1f511}', '\uffee', 'A'];
	const text = fileText(
		'x',
		codes.map((instrument) => draft('AP05', { project: 'p', instrument }))
	);
	const inOrder = text
		.split('\r\n')
		.slice(1, -2)
		.map((line) => line.split('|')[1]);
	expect(inOrder).toEqual(['A', 'a', 'a1', 'b', '\uffee', '\u{1f511}']);
});

it('what separates lines and fields becomes a blank; what is not known stays empty', () => {
	expect(fileText('x', [draft('AP00', { project: 'a#b', title: 'uno\r\ndue|tre\nquattro\rcinque' })])).toBe(
		'HH#0#x#PUC#\r\nAP00#1#a b|uno due tre quattro cinque||||||||||#\r\nFF#2#1#\r\n'
	);
});

it('any texts give a file of the right form', () => {
	const values = fc.record({ project: fc.string({ unit: 'binary' }), summary: fc.string({ unit: 'grapheme' }) });
	fc.assert(
		fc.property(fc.array(values, { maxLength: 5 }), (list) => {
			const { faults, records } = checked(
				fileText(
					'x',
					list.map((one) => draft('AP00', one))
				)
			);
			expect(records).toBe(list.length);
			expect(faults.filter(({ check }) => ['S01', 'S02', 'S03', 'S04', 'S10', 'S13'].includes(check))).toEqual([]);
		})
	);
});

it('an amount has a comma and two decimals', () => {
	expect([0, 5, 19_800_001, -250].map(amountText)).toEqual(['0,00', '0,05', '198000,01', '-2,50']);
});
