import { expect, test } from 'vitest';
import { nextKind, roundDates } from '$lib/domain/rounds/round-kind';
import { procedureOf } from '$lib/domain/rounds/procedure';

const days = { provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 };
const provisional = { kind: 'provisional' as const, publishedAt: '2026-11-03T09:00:00.000Z' };
const corrected = { kind: 'corrected' as const, publishedAt: '2026-11-10T09:00:00.000Z' };
const final = { kind: 'final' as const, publishedAt: '2026-11-20T09:00:00.000Z' };
/** The last instant of 18 November in Milan. */
const WINDOW = '2026-11-18T22:59:59.999Z';

test('provisional within five days of closing, corrections for fifteen of publication, final five days after', () => {
	const closes = '2026-10-31T22:59:59.999Z';
	expect(roundDates(closes, [], days)).toEqual({
		provisionalDue: '2026-11-05T22:59:59.999Z',
		correctionsUntil: null,
		finalDue: null
	});
	const after = { correctionsUntil: WINDOW, finalDue: '2026-11-23T22:59:59.999Z' };
	expect(roundDates(closes, [provisional], days)).toMatchObject(after);
	// A corrected version does not open the window again.
	expect(roundDates(closes, [corrected, provisional], days)).toMatchObject(after);
});

test('a version is provisional, then corrected until the last second of the window, then final for good', () => {
	expect(nextKind([], days, final.publishedAt)).toBe('provisional');
	expect(nextKind([provisional], days, WINDOW)).toBe('corrected');
	expect(nextKind([provisional], days, '2026-11-18T23:00:00.000Z')).toBe('final');
	expect(nextKind([corrected, provisional], days, '2026-11-18T23:00:00.000Z')).toBe('final');
	expect(nextKind([final, provisional], days, final.publishedAt)).toBe('final');
});

test('rules without corrections have no provisional ranking; rules that say nothing have open values', () => {
	expect(nextKind([], { ...days, corrections: 0 }, WINDOW)).toBe('final');
	expect(procedureOf(null)).toMatchObject({ value: days, certainty: 'open' });
});
