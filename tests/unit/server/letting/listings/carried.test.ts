import { expect, test } from 'vitest';
import { carriedQuery, carriedValues } from '$lib/server/letting/listings/carried';

const asked = new URLSearchParams(
	'zone=3&area=58,50&elementsA=A1&elementsA=A2&kitchen=small&stoves=on&market=900&street=Via+Roma&category='
);

test('an offer begins with the answers of the calculation, and with nothing else of the address', () =>
	expect(carriedValues(asked)).toEqual({
		...{ zone: '3', area: '58,50', kitchen: 'small', stoves: 'on' },
		elementsA: ['A1', 'A2']
	}));

test('the next step gets the same answers', () =>
	expect(carriedValues(new URLSearchParams(carriedQuery(asked)))).toEqual(carriedValues(asked)));

test('an address without them leads to an address without a query', () =>
	expect(carriedQuery(new URLSearchParams('market=900&zone='))).toBe(''));
