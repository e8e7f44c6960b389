import { describe, expect, test } from 'vitest';
import { floorNumber, isFloorInWords } from '$lib/domain/dwelling/floor-words';

describe('a floor as papers write it', () => {
	test.each([
		['T', '0'],
		['PT', '0'],
		['P.T', '0'],
		['piano terra', '0'],
		['Terra', '0'],
		['ground floor', '0'],
		['S1', '-1'],
		['s 2', '-2'],
		['1S', '-1'],
		['1°', '1'],
		['1º', '1'],
		['1ª', '1'],
		['P1', '1'],
		['2° piano', '2'],
		['piano 3', '3'],
		['1st floor', '1'],
		['-1', '-1'],
		['٢', '2'],
		['4', '4']
	])('%s', (text, number) => expect(floorNumber(text)).toBe(number));

	test.each(['R', 'PR', 'piano rialzato', 'S', 'PS', 'seminterrato', 'attico', 'AT'])('%s is no one number', (text) => {
		expect(isFloorInWords(text)).toBe(true);
		expect(floorNumber(text)).toBe(text);
	});

	test.each(['T', 'S1', '1°', 'terzo'])('%s is not told as such', (text) => expect(isFloorInWords(text)).toBe(false));
});
