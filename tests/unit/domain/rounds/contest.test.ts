import { describe, expect, test } from 'vitest';
import { contestableLines, contestsUntil, pointsOfLine } from '$lib/domain/rounds/contest';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';

const closesAt = '2026-11-21T22:59:59.999Z';
const days = { provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 };
const provisional = { kind: 'provisional', publishedAt: '2026-11-22T09:00:00.000Z' } as const;
const corrected = { kind: 'corrected', publishedAt: '2026-12-01T09:00:00.000Z' } as const;
const final = { kind: 'final', publishedAt: '2026-12-09T09:00:00.000Z' } as const;
const last = '2026-12-07T22:59:59.999Z';

describe('until when lines are contested', () => {
	const cases = [
		['nothing is published', [], '2026-11-22T09:00:00.000Z', null],
		['the provisional version is out', [provisional], '2026-11-22T09:00:00.000Z', last],
		['a corrected version does not begin the days anew', [corrected, provisional], '2026-12-01T09:00:00.000Z', last],
		['the last moment of the last day', [provisional], last, last],
		['one moment later', [provisional], '2026-12-07T23:00:00.000Z', null],
		['a final version is out', [final, provisional], '2026-12-01T09:00:00.000Z', null]
	] as const;
	test.each(cases)('%s', (_name, published, now, until) => {
		expect(contestsUntil(closesAt, published, days, now)).toBe(until);
	});
});

test('every criterion of the rules can be contested', () => {
	// The ceiling on residence is no line that a fact of its own gives.
	const given = Object.keys(agency2026.scoring).filter((id) => id !== 'residenceTogether');
	expect(contestableLines(agency2026).toSorted()).toEqual(given.toSorted());
	const one = { ...agency2026, scoring: { elderly: agency2026.scoring.elderly! } };
	expect(contestableLines(one)).toEqual(['elderly']);
});

test('a line that a score does not have is worth nothing', () => {
	const subscores = { family: 0, housing: 300, economic: 0, residence: 0 };
	const line = { criterion: 'eviction', subscore: 'housing', points: 300, because: {}, certainty: 'illustrative' };
	const score = { total: 300, subscores, lines: [line], residenceDays: { municipality: 0, region: 0 } } as never;
	expect([pointsOfLine(score, 'eviction'), pointsOfLine(score, 'elderly')]).toEqual([300, 0]);
});
