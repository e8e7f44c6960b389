import { expect, test } from 'vitest';
import { asOfText, observationValue } from '$lib/words/observation-text';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test.each([
	['euro', 214_368_070, false, '2.143.680,70 €'],
	['euro', 250_000_000, true, 'circa 2.500.000 €'],
	['number', 81, false, '81'],
	['number', 1500, true, 'circa 1.500'],
	['m2', 5166, false, '5.166 m²']
] as const)('%s %i, rounded %s: %s', (unit, value, rounded, expected) => {
	expect(plain(observationValue({ unit, value, rounded }))).toBe(expected);
});

test.each([
	['2018', '2018'],
	['2018-03', 'marzo 2018'],
	['2018-06-05', '5 giugno 2018'],
	[null, 'data non indicata']
])('as of %s is %s', (asOf, expected) => {
	expect(asOfText(asOf)).toBe(expected);
});
