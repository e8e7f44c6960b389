import { describe, expect, test } from 'vitest';
import { isClosedDay } from '$lib/domain/calendar/holidays';
import { judgeViewing } from '$lib/domain/offers/viewing-times';

/** A Sunday in Milan; the offer is answered until Wednesday 2 December. */
const NOW = '2026-11-22T09:00:00.000Z';
const offer = { state: 'made', deadline: '2026-12-02T22:59:59.999Z' } as const;
const judge = (
	day: string,
	time: string,
	about: { state: 'made' | 'accepted' | 'refused' } = offer,
	taken: string[] = []
) => judgeViewing({ day, time }, { ...offer, ...about }, taken, NOW);
const refused = (problem: string) => ({ ok: false, problem });

describe('a time for a viewing', () => {
	test('lies in the time to answer: its last day, and no later', () => {
		expect(judge('2026-12-02', '10:00')).toEqual({ ok: true, startsAt: '2026-12-02T09:00:00.000Z' });
		expect(judge('2026-12-03', '10:00')).toEqual(refused('after-deadline'));
		expect(judge('2027-12-03', '10:00')).toEqual(refused('after-deadline'));
		expect(judge('2026-11-20', '10:00')).toEqual(refused('slot-in-the-past'));
	});

	test('after acceptance it may come later, within a month', () => {
		expect(judge('2026-12-03', '10:00', { state: 'accepted' })).toMatchObject({ ok: true });
		expect(judge('2026-12-22', '10:00', { state: 'accepted' })).toMatchObject({ ok: true });
		expect(judge('2026-12-23', '10:00', { state: 'accepted' })).toEqual(refused('too-far'));
		expect(judge('2026-11-24', '10:00', { state: 'refused' })).toEqual(refused('offer-over'));
	});

	test('lies in the opening hours, from the first half hour to the last', () => {
		for (const [time, ok] of [
			['08:59', false],
			['09:00', true],
			['17:30', true],
			['17:31', false],
			['23:45', false],
			['03:00', false]
		] as const)
			expect(judge('2026-11-24', time).ok, time).toBe(ok);
		expect(judge('2026-11-28', '10:00')).toEqual(refused('closed-day'));
	});

	test('does not overlap another: half an hour apart is enough', () => {
		const taken = ['2026-11-24T09:00:00.000Z'];
		expect(judge('2026-11-24', '10:00', offer, taken)).toMatchObject({ ok: true });
		expect(judge('2026-11-24', '10:29', offer, taken)).toEqual(refused('slot-overlaps'));
		expect(judge('2026-11-24', '09:31', offer, taken)).toEqual(refused('slot-overlaps'));
		expect(judge('2026-11-24', '10:30', offer, taken)).toMatchObject({ ok: true });
		expect(judge('2026-11-24', '09:30', offer, taken)).toMatchObject({ ok: true });
	});

	test('exists: in March the clocks skip an hour, and that is said before anything else', () => {
		const spring = { state: 'made', deadline: '2027-04-01T21:59:59.999Z' } as const;
		const at = (day: string, time: string) => judgeViewing({ day, time }, spring, [], '2027-03-20T09:00:00.000Z');
		expect(at('2027-03-28', '02:30')).toEqual(refused('hour-skipped'));
		expect(at('2027-03-28', '03:00')).toEqual(refused('closed-day'));
		expect(at('2027-03-30', '09:00')).toMatchObject({ ok: true, startsAt: '2027-03-30T07:00:00.000Z' });
	});
});

test.each([
	['2026-12-07', true],
	['2026-12-08', true],
	['2026-12-09', false],
	['2026-04-06', true],
	['2027-03-29', true],
	['2025-04-21', true],
	['2029-10-04', true],
	['2024-10-04', false],
	['2026-11-29', true]
])('%s is closed: %s', (day, closed) => {
	expect(isClosedDay(day)).toBe(closed);
});
