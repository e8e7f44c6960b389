import { describe, expect, it } from 'vitest';
import { lastInstant, lastToSayYes, mandateDays } from '../../../../src/lib/domain/mandates/duration';
import { earlyEnds, stateOf, type Mandate } from '../../../../src/lib/domain/mandates/mandate';

const mandate: Mandate = {
	consentedAt: '2026-11-30T10:00:00.000Z',
	endsAt: '2026-12-31T22:59:59.999Z',
	earlyEnd: null,
	authorisations: []
};

describe('how long a mandate lasts', () => {
	it('ends with the last second of its last day in Milan, and the first day does not count', () => {
		const ends = mandateDays.map((days) => lastInstant('2026-11-30T10:00:00.000Z', days));
		expect(ends).toEqual([
			'2026-12-01T22:59:59.999Z',
			'2026-12-31T22:59:59.999Z',
			'2027-05-31T21:59:59.999Z',
			'2027-11-30T22:59:59.999Z'
		]);
	});

	it('counts the day of Milan, which begins before that of UTC', () => {
		expect(lastInstant('2026-11-30T23:30:00.000Z', 1)).toBe('2026-12-02T22:59:59.999Z');
	});

	it('counts days and not hours over the change of the clocks', () => {
		expect(lastInstant('2026-10-24T10:00:00.000Z', 1)).toBe('2026-10-25T22:59:59.999Z');
		expect(lastInstant('2028-02-28T10:00:00.000Z', 1)).toBe('2028-02-29T22:59:59.999Z');
	});

	it('gives a week to say yes', () => {
		expect(lastToSayYes('2026-11-30T10:00:00.000Z')).toBe('2026-12-07T22:59:59.999Z');
	});
});

describe('the state of a mandate', () => {
	const afterwards = '2026-12-31T23:00:00.000Z';

	it('is active until its last instant, and then expired', () => {
		expect(stateOf(mandate, mandate.endsAt)).toBe('active');
		expect(stateOf(mandate, afterwards)).toBe('expired');
	});

	it('is proposed until the last instant to say yes, and then lapsed', () => {
		const proposed = { ...mandate, consentedAt: null };
		expect(stateOf(proposed, proposed.endsAt)).toBe('proposed');
		expect(stateOf(proposed, afterwards)).toBe('lapsed');
	});

	it.each(earlyEnds)('is %s at once, and stays so after its time', (earlyEnd) => {
		expect(stateOf({ ...mandate, earlyEnd }, '2026-11-30T11:00:00.000Z')).toBe(earlyEnd);
		expect(stateOf({ ...mandate, earlyEnd }, afterwards)).toBe(earlyEnd);
	});
});
