import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeControl, seedRound } from '$lib/domain/controls/control';
import {
	countStrata,
	drawSample,
	populationLines,
	readPopulation,
	sizeOf,
	type Candidate
} from '$lib/domain/controls/draw-sample';
import { strata } from '$lib/domain/controls/sampling-rules';
import { quicknet, roundTime } from '$lib/domain/draw/drand';
import { ticketOf } from '$lib/domain/allocation/tickets';

const shares = { ordinary: 5, raised: 15, high: 30 };
const draw = { seed: 'beac07', sample: 'sample-1' };
const many = (count: number): Candidate[] =>
	Array.from({ length: count }, (_, at) => ({
		pseudonym: `A${String(at).padStart(5, '0')}`,
		stratum: strata[at % 3]!
	}));

describe('the draw of a sample', () => {
	test('takes the share of each group, rounded up', () => {
		expect([sizeOf(0, 5), sizeOf(1, 5), sizeOf(20, 5), sizeOf(21, 5), sizeOf(9, 0), sizeOf(7, 100)]).toEqual([
			0, 1, 1, 2, 0, 7
		]);
		expect(countStrata(drawSample(many(3), shares, draw))).toEqual({ ordinary: 1, raised: 1, high: 1 });
		const drawn = drawSample(many(14_901), shares, draw);
		expect(countStrata(drawn)).toEqual({ ordinary: 249, raised: 746, high: 1491 });
		expect(drawSample([], shares, draw)).toEqual([]);
	});

	test('takes the smallest tickets of the public draw', () => {
		const group = many(90).filter(({ stratum }) => stratum === 'high');
		const byTicket = group
			.map(({ pseudonym }) => pseudonym)
			.toSorted((a, b) => (ticketOf('beac07', 'sample-1', a) < ticketOf('beac07', 'sample-1', b) ? -1 : 1));
		expect(drawSample(group, shares, draw).map(({ pseudonym }) => pseudonym)).toEqual(byTicket.slice(0, 9));
	});

	test('is the same in any order of the population, and another with another seed or sample', () => {
		const drawn = drawSample(many(300), shares, draw);
		fc.assert(
			fc.property(fc.shuffledSubarray(many(300), { minLength: 300 }), (mixed) => {
				expect(drawSample(mixed, shares, draw)).toEqual(drawn);
			}),
			{ numRuns: 20 }
		);
		expect(drawSample(many(300), shares, { ...draw, seed: 'beac08' })).not.toEqual(drawn);
		expect(drawSample(many(300), shares, { ...draw, sample: 'sample-2' })).not.toEqual(drawn);
	});

	test('the kept text of a population is read back whole', () => {
		const text = populationLines(many(50).toReversed()).join('');
		expect(readPopulation(text)).toEqual(many(50));
	});
});

describe('the seed', () => {
	test('is published at least ten minutes after the confirmation', () => {
		const at = '2026-11-22T09:00:01.000Z';
		const seconds = (Date.parse(roundTime(quicknet, seedRound(at))) - Date.parse(at)) / 1_000;
		expect(seconds).toBeGreaterThanOrEqual(600);
		expect(seconds).toBeLessThan(604);
	});
});

describe('how a control ends', () => {
	const verdicts = (standing: 'open' | 'verified' | 'failed', changed: boolean) =>
		(['confirmed', 'corrected', 'false-declared'] as const).map((one) => judgeControl(one, { standing, changed }));

	test('never while facts are to be checked', () => {
		expect(verdicts('open', true)).toEqual(['not-checked', 'not-checked', 'not-checked']);
	});

	test('as confirmed only where every fact is as declared, otherwise only where some fact is not', () => {
		expect(verdicts('verified', false)).toEqual([null, 'no-fact-changed', 'no-fact-changed']);
		expect(verdicts('verified', true)).toEqual(['facts-changed', null, null]);
		expect(verdicts('failed', true)).toEqual(['facts-changed', null, null]);
	});
});
