import { expect, test } from 'vitest';
import { codesShown, joinsIn, namesBoth } from '../../support/joins';

const notice = {
	id: 'n',
	pseudonyms: ['KXRW-7Q', 'MMTP-2A'],
	homes: [
		['id-1', 'M6-101', 'Via Hermada 2'],
		['id-2', 'M6-102']
	]
};

test.each([
	['a row of a table', '<table><tr><td>KXRW-7Q</td><td>Via Hermada 2</td></tr></table>'],
	['a line of a list', '<ul><li>M6-101: <b>MMTP-2A</b></li></ul>'],
	['an object of a file', '{"order":[{"pseudonym":"KXRW-7Q","dwelling":"id-1"}]}'],
	['a line of a text', 'KXRW-7Q\tM6-102\n'],
	['the data of a page', 'data:[{pseudonym:"KXRW-7Q",home:"M6-102"}]']
])('finds a household beside a home in %s', (_, text) => {
	expect(joinsIn(`<p>intro</p>\n${text}`, notice)).toHaveLength(1);
});

test('two lists of one document join nothing, and a home of another notice is not meant', () => {
	const text =
		'<ul><li>KXRW-7Q</li><li>MMTP-2A</li></ul><table><tr><td>M6-101</td></tr><tr><td>M6-102</td></tr></table>';
	expect(namesBoth(text, notice)).toBe(true);
	expect(joinsIn(text, notice)).toEqual([]);
	expect(codesShown('<b>M6-102</b> <b>M6-101</b>', notice)).toEqual(['M6-102', 'M6-101']);
	expect(namesBoth('<tr><td>KXRW-7Q</td><td>M7-900</td></tr>', notice)).toBe(false);
});
