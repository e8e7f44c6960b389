import { expect, test } from 'vitest';
import { startWarnings } from '$lib/server/platform/http/start-warnings';

const about = (origin: string, demo: boolean, env: Record<string, string> = {}) =>
	startWarnings({ origin, demo }, env).map((sentence) => sentence.split(' ', 1)[0]);

test('https without the header of a proxy, and production without https', () => {
	expect(about('https://chiavi.example.it', false)).toEqual(['ADDRESS_HEADER']);
	expect(about('https://chiavi.example.it', true)).toEqual(['ADDRESS_HEADER']);
	expect(about('https://chiavi.example.it', false, { ADDRESS_HEADER: 'x-forwarded-for' })).toEqual([]);
	expect(about('http://chiavi.example.it', false)).toEqual(['ORIGIN']);
	expect(about('http://localhost:3000', true)).toEqual([]);
});
