import { expect, it } from 'vitest';
import { printable, quote, RoundRefused } from '$lib/domain/allocation/round-refused';

it('a text stands in one line, whatever it holds', () => {
	const text = 'è"\n\u007f\u0080\u009f\u00a0\u2027\u2028\u2029\u202a';
	expect(quote(text)).toBe('"è\\"\\n\\u007f\\u0080\\u009f\u00a0\u2027\\u2028\\u2029\u202a"');
	expect(printable(text)).toBe(quote(text).slice(1, -1));
});

it('a refusal says place and reason', () => {
	const refused = new RoundRefused('applications[0].id', 'an empty text');
	expect(refused).toMatchObject({ place: 'applications[0].id', reason: 'an empty text' });
	expect(refused.message).toBe('applications[0].id: an empty text');
});
