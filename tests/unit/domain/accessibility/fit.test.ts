import { describe, expect, it } from 'vitest';
import { fitFor, suitsWheelchair } from '$lib/domain/accessibility/fit';
import type { Measures } from '$lib/domain/accessibility/measures';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { accessibleMeasures as accessible } from '../../../support/builders/measures';

const wheelchair = { ...noNeeds, wheelchairIndoors: true };
const verdict = (changes: Partial<Measures>, needs = wheelchair) =>
	fitFor(needs, { ...accessible, ...changes }).verdict;

describe('a wheelchair indoors', () => {
	it('every length at its minimum suits', () => expect(suitsWheelchair(accessible)).toBe(true));

	it.each([
		['entranceDoorMm', 799, 'suits-with-works'],
		['innerDoorMm', 749, 'suits-with-works'],
		['turningMm', 1499, 'suits-with-works'],
		['wcSideMm', 999, 'suits-with-works'],
		['wcFrontMm', 799, 'suits-with-works'],
		['corridorMm', 999, 'does-not-suit'],
		['liftDoorMm', 749, 'does-not-suit'],
		['liftCabinWidthMm', 799, 'does-not-suit'],
		['liftCabinDepthMm', 1199, 'does-not-suit'],
		['stepFreeEntrance', false, 'does-not-suit'],
		['lift', false, 'does-not-suit'],
		['showerFloorLevel', false, 'suits-with-works']
	])('%s %j: %s', (what, value, expected) => {
		expect(verdict({ [what]: value })).toBe(expected);
	});

	it('does not ask the lift of a ground floor', () => {
		expect(verdict({ floor: 0, lift: null, liftDoorMm: null, liftCabinWidthMm: null, liftCabinDepthMm: null })).toBe(
			'suits'
		);
	});

	it('what nobody measured is unknown, unless something else already fails', () => {
		expect(verdict({ corridorMm: null })).toBe('unknown');
		expect(verdict({ corridorMm: null, innerDoorMm: 600 })).toBe('unknown');
		expect(verdict({ corridorMm: null, lift: false })).toBe('does-not-suit');
	});
});

describe('other needs', () => {
	it('without needs everything suits', () => {
		expect(verdict({ lift: false, stepFreeEntrance: false }, noNeeds)).toBe('suits');
	});

	it('few steps: no stairs to the door, whatever the bathroom', () => {
		const needs = { ...noNeeds, fewSteps: true };
		expect(verdict({ showerFloorLevel: false, wcSideMm: 500 }, needs)).toBe('suits');
		expect(verdict({ lift: false }, needs)).toBe('does-not-suit');
		expect(verdict({ lift: false, floor: 0 }, needs)).toBe('suits');
	});

	it('what is not surveyed yet is said to be unknown', () => {
		expect(verdict({}, { ...noNeeds, quietHome: true })).toBe('unknown');
	});
});
