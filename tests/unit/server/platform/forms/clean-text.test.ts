import { expect, test } from 'vitest';
import { cleanText } from '$lib/server/platform/forms/clean-text';

test('a text is composed, trimmed and freed of NUL and of half characters', () => {
	expect(cleanText('  e\u0300\0 ')).toBe('è');
	expect(cleanText('a\ud800b')).toBe('a\ufffdb');
	expect(cleanText('李 محمد O’Brien')).toBe('李 محمد O’Brien');
});

test('a letter keeps thirty marks, and the marks of several letters are their own', () => {
	const marks = '\u0323'.repeat(30);
	expect(cleanText(`x${marks}`)).toBe(`x${marks}`);
	expect(cleanText(`x${marks}\u0323\u0301y\u0301`)).toBe(`x${marks}ý`);
	// Composed as they stand, these take a second: each mark is put in its order among the others.
	expect(cleanText(`x${'\u0301\u0323'.repeat(30_000)}`).length).toBeLessThan(40);
});
