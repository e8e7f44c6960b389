import { expect, it } from 'vitest';
import { baseCode } from '$lib/domain/duplicates/base-code';

it.each([
	['HDDNDA86E54F205O', 'HDDNDA86E54F20RZ'],
	['HDDNDA86E54F205O', 'HDDNDA86E54F2LRA'],
	['HDDNDA86E54F205O', 'HDDNDAUSERQFNLRX']
])('%s and the omocode %s have one base', (code, omocode) => {
	expect(baseCode(omocode)).toBe(baseCode(code));
});

it('keeps the letters of names and of the place, and codes of another kind', () => {
	expect(baseCode('LMNPQR86E54L205O')).toBe('LMNPQR86E54L205');
	expect(baseCode('LMNPQR86E54L205O')).not.toBe(baseCode('LMNPQR86E54F205O'));
	expect(baseCode('01234567890')).toBe('01234567890');
	expect(baseCode('')).toBe('');
});
