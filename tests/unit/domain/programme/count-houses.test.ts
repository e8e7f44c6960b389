import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHouses, type ProgrammeDwelling } from '$lib/domain/programme/count-houses';
import { houseStates } from '$lib/domain/programme/house-state';
import { milestoneEvents } from '$lib/domain/programme/milestone';
import { nextMilestones } from '$lib/domain/programme/next-milestones';
import { isRestored, stateOf } from '$lib/domain/programme/state-of';
import { aHistory, certified, worksDone } from './history';

const aDwelling = (code: string, history: ProgrammeDwelling['history']): ProgrammeDwelling => ({ code, history });

const anyHistory = fc
	.record({ events: fc.subarray([...milestoneEvents]), offered: fc.boolean(), keysDelivered: fc.boolean() })
	.map(({ events, ...now }) => aHistory(events, now));
const anyDwellings = fc
	.array(anyHistory, { maxLength: 200 })
	.map((histories) => histories.map((history, index) => aDwelling(`A${index}`, history)));

describe('counting the houses', () => {
	it('draws 145 houses to be identified when nothing is known', () => {
		const count = countHouses([], 145);
		expect(count.houses).toHaveLength(145);
		expect(count.counts.not_identified).toBe(145);
		expect(count.restored).toBe(0);
	});

	it('orders them by state, then by the day of the certificate, then by code', () => {
		const later = aHistory([...worksDone, 'works_planned', 'certified']);
		const dwellings = [
			aDwelling('W', aHistory(worksDone)),
			aDwelling('C', later),
			aDwelling('B', aHistory(certified)),
			aDwelling('A', aHistory(certified)),
			aDwelling('O', aHistory(certified, { offered: true })),
			aDwelling('K', aHistory(certified, { keysDelivered: true })),
			aDwelling('X', aHistory([...certified, 'withdrawn']))
		];
		const { houses, restored } = countHouses(dwellings, 8);
		expect(houses.map(({ code }) => code)).toEqual(['K', 'O', 'A', 'B', 'C', 'W', null, null]);
		expect(restored).toBe(5);
	});

	it('draws more houses than the target when there are more', () => {
		const many = Array.from({ length: 150 }, (_, index) => aDwelling(`A${index}`, aHistory(certified)));
		const count = countHouses(many, 145);
		expect(count.houses).toHaveLength(150);
		expect(count.houses.at(-1)?.number).toBe(150);
		expect(count.restored).toBe(150);
		expect(count.counts.not_identified).toBe(0);
	});

	it('always adds up', () => {
		fc.assert(
			fc.property(anyDwellings, fc.nat(200), (dwellings, target) => {
				const count = countHouses(dwellings, target);
				const present = dwellings.filter(({ history }) => stateOf(history) !== 'withdrawn').length;
				const sum = houseStates.reduce((total, state) => total + count.counts[state], 0);
				expect(sum).toBe(Math.max(present, target));
				expect(count.houses).toHaveLength(sum);
				expect(count.restored).toBe(dwellings.filter(({ history }) => isRestored(history)).length);
				expect(count.houses.map(({ number }) => number)).toEqual(count.houses.map((_, index) => index + 1));
			})
		);
	});

	it('does not depend on the order of the rows', () => {
		fc.assert(
			fc.property(anyDwellings, fc.infiniteStream(fc.nat()), (dwellings, keys) => {
				const shuffled = dwellings
					.map((dwelling) => ({ dwelling, key: keys.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ dwelling }) => dwelling);
				expect(countHouses(shuffled, 145)).toEqual(countHouses(dwellings, 145));
			})
		);
	});

	it('never goes back when a lawful milestone other than withdrawal is recorded', () => {
		fc.assert(
			fc.property(anyHistory, (history) => {
				for (const event of nextMilestones(history).filter((next) => next !== 'withdrawn')) {
					const after = { ...history, milestones: [...history.milestones, { event, at: '2026-06-01T10:00:00.000Z' }] };
					const rank = (state: string) => houseStates.findIndex((known) => known === state);
					expect(rank(stateOf(after))).toBeLessThanOrEqual(rank(stateOf(history)));
					expect(Number(isRestored(after))).toBeGreaterThanOrEqual(Number(isRestored(history)));
				}
			})
		);
	});
});
