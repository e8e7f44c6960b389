import { expect, it } from 'vitest';
import { replacedOn, replacedText } from '$lib/domain/receipt/replaced-receipts';

const [first, second, third] = ['b', 'a', 'c'].map((sign) => sign.repeat(64)) as [string, string, string];
const text = replacedText([
	{ leaf: first, on: '2026-11-27' },
	{ leaf: second, on: '2026-11-28' }
]);

it('the list of replaced receipts tells the day of each, and not the order in which they came', () => {
	expect(text).toBe(`${second} 2026-11-28\n${first} 2026-11-27\n`);
	expect(replacedOn(text, first)).toBe('2026-11-27');
	expect(replacedOn(text, second)).toBe('2026-11-28');
});

it('no day is told of a receipt that is not in the list, or by a list that is none', () => {
	expect(replacedOn(text, third)).toBeNull();
	expect(replacedOn(text, '')).toBeNull();
	expect(replacedOn(`${third} oggi\n`, third)).toBeNull();
	expect(replacedOn('<!doctype html>', third)).toBeNull();
});
