import { expect, it } from 'vitest';
import { namedErrors } from '$lib/words/fact-words';

it('errors of a page name the question that each is about', () => {
	const errors = { eviction: 'Scegli una risposta.', isee: 'Scrivi un importo.' };
	const named = namedErrors(errors)!;
	expect(named['eviction']).toMatch(/\? Scegli una risposta\.$/);
	expect(named['isee']).toMatch(/: Scrivi un importo\.$/);
	expect(new Set(Object.values(named)).size).toBe(2);
});

it('an error of a field that is no fact stays as it is', () => {
	expect(namedErrors({ 'percent-1': 'Scrivi un numero.' })).toEqual({ 'percent-1': 'Scrivi un numero.' });
	expect(namedErrors(undefined)).toBeUndefined();
});
