import { describe, expect, it } from 'vitest';
import { hasNews, stillConfirmed, takeOver } from '$lib/domain/person/confirmed';
import { aPerson } from '../../../support/builders/person';

const FIRST = '2026-11-20T10:00:00.000Z';
const SECOND = '2026-11-22T10:00:00.000Z';
const told = { givenName: 'Anna', familyName: 'Prova', taxCode: 'PRVNNA80A41F205T', birthPlace: '' };

describe('what a public identity confirms', () => {
	it('takes the place of what was told and dated; what it did not tell stays', () => {
		const before = aPerson({ birthPlace: 'Lima' });
		expect(takeOver(before, told, FIRST)).toEqual({
			...{ ...before, givenName: 'Anna', familyName: 'Prova', taxCode: 'PRVNNA80A41F205T' },
			confirmed: { givenName: FIRST, familyName: FIRST, taxCode: FIRST }
		});
	});

	it('keeps what an earlier one confirmed and the later one did not tell', () => {
		const first = takeOver(aPerson(), { ...told, birthPlace: 'Milano' }, FIRST);
		const { confirmed } = takeOver(first, told, SECOND);
		expect(confirmed).toEqual({ givenName: SECOND, familyName: SECOND, taxCode: SECOND, birthPlace: FIRST });
	});

	it('is lost for the detail that the person changes by hand', () => {
		const before = takeOver(aPerson(), told, FIRST);
		const { confirmed: _, ...typed } = { ...before, familyName: 'Altra', phone: '1' };
		expect(stillConfirmed(before, typed)).toEqual({ givenName: FIRST, taxCode: FIRST });
		expect(stillConfirmed(null, typed)).toEqual({});
	});

	it('is offered while a detail differs or is not confirmed, and never where nothing was told', () => {
		expect(hasNews(null, told)).toBe(true);
		expect(hasNews(aPerson(told), told)).toBe(true);
		expect(hasNews(takeOver(aPerson(), told, FIRST), told)).toBe(false);
		const silent = { givenName: '', familyName: '', taxCode: '', birthPlace: '' };
		expect(hasNews(null, silent)).toBe(false);
	});
});
