import '../../../../support/settings';
import { describe, expect, it } from 'vitest';
import { plainTaxCode, taxCodeDoubts, taxCodeHash } from '$lib/server/people/persons/tax-code';

const nadia = { givenName: 'Nadia', familyName: 'Haddad', taxCode: 'HDDNDA86E54F205O' };
const BORN = '1986-05-14';
const doubts = (changes: Partial<typeof nadia>, born: string | null = BORN) =>
	taxCodeDoubts({ ...nadia, ...changes }, born);

describe('a tax code', () => {
	it('is kept in capitals, without spaces, dashes and dots', () => {
		expect(plainTaxCode(' hdd nda-86e54.f205o')).toBe('HDDNDA86E54F205O');
	});

	it('that agrees with names and birth date gives no doubt', () => {
		expect(doubts({})).toEqual([]);
		expect(doubts({}, null)).toEqual([]);
	});

	it.each([
		['none at all', { taxCode: '' }, ['none']],
		['a provisional one of 11 digits', { taxCode: '12345678903' }, ['provisional']],
		['11 digits that do not agree', { taxCode: '12345678904' }, ['check-sign']],
		['a short one', { taxCode: 'HDDNDA86E54F205' }, ['shape']],
		['a month that no letter means', { taxCode: 'HDDNDA86F54F205O' }, ['shape']],
		['a wrong last sign', { taxCode: 'HDDNDA86E54F205P' }, ['check-sign']],
		['another family name', { familyName: 'Rossi' }, ['family-name']],
		['another given name', { givenName: 'Maria' }, ['given-name']],
		['a birth abroad', { taxCode: 'HDDNDA86E54Z330B' }, ['born-abroad']],
		['an omocode', { taxCode: 'HDDNDA86E54F20RJ' }, ['omocode']],
		['an impossible day', { taxCode: 'HDDNDA86E72F205M' }, ['impossible-day']],
		['a name in another script, with which nothing is compared', { givenName: 'محمد', familyName: '王' }, []]
	])('%s', (_, changes, expected) => expect(doubts(changes)).toEqual(expected));

	it('of another birth date is doubted, whatever the century', () => {
		expect(doubts({}, '1986-05-15')).toEqual(['birth-date']);
		expect(doubts({}, '1886-05-14')).toEqual([]);
	});

	it.each(['D’Amico', 'De Rossi', 'Fo', 'Łukasz', 'O'])('no surname breaks the comparison: %s', (familyName) => {
		expect(() => doubts({ familyName })).not.toThrow();
	});
});

describe('the hash of a tax code', () => {
	it('is the same for the same code, and keyed: it is not the plain SHA-256', () => {
		expect(taxCodeHash(nadia.taxCode)).toMatch(/^[0-9a-f]{64}$/);
		expect(taxCodeHash(nadia.taxCode)).toBe(taxCodeHash(nadia.taxCode));
		expect(taxCodeHash(nadia.taxCode)).not.toBe(taxCodeHash('HDDNDA86E54F20RJ'));
	});

	it('is none without a code: two people without one are never taken for the same', () => {
		expect(taxCodeHash('')).toBeNull();
	});
});
