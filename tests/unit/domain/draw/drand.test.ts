import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beaconFrom, comesAfter } from '$lib/domain/draw/beacon-source';
import { drandRandomness, findChain, firstRoundFrom, quicknet, roundTime } from '$lib/domain/draw/drand';

test('the first rounds of quicknet', () => {
	expect(roundTime(quicknet, 1)).toBe('2023-08-23T15:09:27.000Z');
	expect(roundTime(quicknet, 2)).toBe('2023-08-23T15:09:30.000Z');
	expect(firstRoundFrom(quicknet, '2020-01-01T00:00:00.000Z')).toBe(1);
	expect(firstRoundFrom(quicknet, '2023-08-23T15:09:30.000Z')).toBe(2);
	expect(firstRoundFrom(quicknet, '2023-08-23T15:09:30.001Z')).toBe(3);
});

test('the first round from a moment is not before it, and the one before it is', () => {
	const start = Date.parse('2023-08-24T00:00:00Z');
	fc.assert(
		fc.property(fc.integer({ min: start, max: start + 1e12 }), (at) => {
			const instant = new Date(at).toISOString();
			const round = firstRoundFrom(quicknet, instant);
			expect(roundTime(quicknet, round) >= instant).toBe(true);
			expect(roundTime(quicknet, round - 1) < instant).toBe(true);
		})
	);
});

test('the number of round 1000 of quicknet, as the network published it', () => {
	const signature = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
	const randomness = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd';
	expect(drandRandomness(signature)).toBe(randomness);
	expect(beaconFrom('drand', signature)).toBe(randomness);
});

test('a round must come out after the last moment for requests', () => {
	const source = { kind: 'drand', chain: quicknet.hash, round: 1000 } as const;
	const published = roundTime(quicknet, 1000);
	expect(comesAfter(source, published)).toBe(false);
	expect(comesAfter(source, new Date(Date.parse(published) - 1).toISOString())).toBe(true);
	expect(comesAfter({ ...source, chain: '00' }, '2023-01-01T00:00:00.000Z')).toBe(false);
	expect(comesAfter({ kind: 'draw' }, published)).toBe(true);
});

test('only chains whose key the portal knows', () => {
	expect(findChain(quicknet.hash)).toBe(quicknet);
	expect(findChain('8990e7a9')).toBeUndefined();
});
