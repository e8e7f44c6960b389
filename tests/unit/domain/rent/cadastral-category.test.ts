import { describe, expect, it, test } from 'vitest';
import { isDwellingCategory, readCategory } from '$lib/domain/rent/cadastral-category';

describe('a cadastral category', () => {
	it.each([
		...['A/8', 'a8', 'A/08', 'A 8', 'A-8', 'A – 8', 'A.8', 'cat. A/8', 'Categoria A/08', 'CATEGORIA CATASTALE A 8'],
		...['Ａ／８', ' a/8 ', 'A\u00a08', 'A/008']
	])('%j is A/8', (typed) => expect(readCategory(typed)).toBe('A/8'));

	it.each(['', 'A', '8', 'A/0', 'A/12', 'G/1', 'AA/3', 'A/3 bis', 'A/3/4/5', 'A/١', 'catasto', '3A'])(
		'%j is none',
		(typed) => expect(readCategory(typed)).toBeNull()
	);
});

test('only dwellings are dwellings, however they are written', () => {
	const of = (group: string, last: number) => Array.from({ length: last }, (_, index) => `${group}/${index + 1}`);
	expect(of('A', 11).filter(isDwellingCategory)).toEqual(of('A', 11).filter((one) => one !== 'A/10'));
	const others = [of('B', 8), of('C', 7), of('D', 10), of('E', 9), of('F', 7)].flat();
	expect(others.every((one) => readCategory(one) === one)).toBe(true);
	expect([...others, 'a 10', 'A/010', 'c6'].filter(isDwellingCategory)).toEqual([]);
	expect(isDwellingCategory('a03')).toBe(true);
});
