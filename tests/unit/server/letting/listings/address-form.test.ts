import '../../../../support/settings';
import { expect, it } from 'vitest';
import { addressForm } from '$lib/server/letting/listings/forms/address-form';

const right = { street: 'via Padova', streetNumber: '12/A', unit: '', zone: '2' };
const errorsOf = (changes: Partial<typeof right>) => {
	const read = addressForm.safeParse({ ...right, ...changes });
	return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

it('takes what the register takes: a range of numbers, every script, 40 signs', () => {
	expect(errorsOf({})).toEqual([]);
	expect(errorsOf({ streetNumber: '12-14-16-18-20-22-24-26-28-30-32-34-36/A' })).toEqual([]);
	expect(errorsOf({ street: 'straße der Pariser Kommune' })).toEqual([]);
});

it('refuses 41 signs of a number, with the limit', () => {
	expect(errorsOf({ streetNumber: '1'.repeat(41) })).toEqual([
		['streetNumber', 'È troppo lungo: al massimo 40 caratteri.']
	]);
	expect(errorsOf({ unit: '1'.repeat(31) })).toEqual([['unit', 'È troppo lungo: al massimo 30 caratteri.']]);
});

it.each([
	['street', 'via \u202ePadova'],
	['street', 'via\nPadova'],
	['streetNumber', '1\u200b2'],
	['unit', '\u3164']
] as const)('refuses signs that nobody sees in %s', (field, value) => {
	expect(errorsOf({ [field]: value })).toEqual([[field, expect.stringContaining('segni che non si vedono')]]);
});
