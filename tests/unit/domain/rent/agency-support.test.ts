import { describe, expect, it } from 'vitest';
import { landlordOneOff, milanSupport, type ContractKind } from '$lib/domain/rent/agency-support';

describe('the one-off contribution', () => {
	it.each<[string, ContractKind, number, number | null]>([
		['3+2', 'agreed', 3, 1200_00],
		['4+2', 'agreed', 4, 1500_00],
		['5+2', 'agreed', 5, 1800_00],
		['6+2', 'agreed', 6, 2000_00],
		['8+2', 'agreed', 8, 2000_00],
		['transitory', 'transitory', 1, null],
		['student', 'student', 3, null],
		['2+1', 'renewal', 2, null]
	])('%s', (_, kind, years, cents) => expect(landlordOneOff(milanSupport, { kind, years })).toBe(cents));
});

it('says unknown where nothing current was found, never an old value', () => {
	expect(milanSupport.guaranteeMonths).toMatchObject({ now: null, lastKnown: { value: 18, asOf: '2017' } });
	expect(milanSupport.rentToIncomeMaxPercent).toBeNull();
});
