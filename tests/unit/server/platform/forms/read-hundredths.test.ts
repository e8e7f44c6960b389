import { describe, expect, it } from 'vitest';
import { readHundredths, writeHundredths } from '$lib/server/platform/forms/read-hundredths';

describe('an amount as people type it', () => {
	it.each([
		['58', 58_00],
		['58,5', 58_50],
		['58.5', 58_50],
		['1.250,50', 1250_50],
		['1.250', 1250_00],
		['1250.50', 1250_50],
		['€ 1.250,00', 1250_00],
		['45 m²', 45_00],
		['0', 0]
	])('%s', (text, value) => expect(readHundredths(text)).toBe(value));

	it.each(['', 'molto', '-5', '1,234', '12,3,4', '1e9', '12345678901', '1.25,0'])('"%s" is none', (text) =>
		expect(readHundredths(text)).toBeNull()
	);

	it('is written back as it can be read', () => {
		for (const value of [0, 5, 58_00, 58_50, 1250_05]) expect(readHundredths(writeHundredths(value))).toBe(value);
	});
});
