import { describe, expect, it } from 'vitest';
import type { ElementId } from '$lib/domain/rent/agreement';
import { energyClasses } from '$lib/domain/rent/energy-class';
import { settleElements, type DecidingFacts } from '$lib/domain/rent/settle-elements';

const settled = (ticked: ElementId[], facts: Partial<DecidingFacts> = {}) =>
	settleElements(ticked, { energyClass: null, ...facts });

describe('the energy certificate decides its element', () => {
	it.each(energyClasses)('class %s', (energyClass) => {
		const good = !['E', 'F', 'G'].includes(energyClass);
		for (const ticked of [[], ['D9']] as ElementId[][])
			expect(settled(ticked, { energyClass }).elements.includes('D9')).toBe(good);
	});

	it('does not count a class that nobody knows', () =>
		expect(settled(['D9'])).toEqual({
			elements: [],
			changes: [{ id: 'D9', counts: false, because: 'no-energy-class' }]
		}));

	it('says nothing where the tick was right', () => expect(settled(['D9'], { energyClass: 'B' }).changes).toEqual([]));
});

describe('the kitchen decides its element', () => {
	it.each([
		['eat-in-window', true],
		['eat-in', false],
		['small', false]
	] as const)('%s', (kitchen, counts) => {
		expect(settled(['B1'], { kitchen }).elements.includes('B1')).toBe(counts);
		expect(settled([], { kitchen }).elements.includes('B1')).toBe(counts);
	});

	it('leaves the tick of an older offer alone', () => expect(settled(['B1']).elements).toEqual(['B1']));
});

it.each([
	[-1, false],
	[1, false],
	[2, true],
	[null, true]
])('a lift on floor %s counts: %s', (floor, counts) =>
	expect(settled(['B2'], { floor }).elements.includes('B2')).toBe(counts)
);

it.each<[ElementId, ElementId]>([
	['D8', 'D1'],
	['D10', 'C8']
])('%s holds %s', (whole, part) => {
	expect(settled([whole])).toEqual({
		elements: [whole, part],
		changes: [{ id: part, counts: true, because: 'part-of-another' }]
	});
	expect(settled([part]).elements).toEqual([part]);
});
