import type { ElementId } from './agreement';

/** The kitchen as it is: one to eat in with a window, one to eat in without, a smaller one or a corner. */
export const kitchens = ['eat-in-window', 'eat-in', 'small'] as const;
export type Kitchen = (typeof kitchens)[number];

/** Facts that decide elements. Null or absent: not told. */
export type DecidingFacts = {
	readonly energyClass: string | null;
	readonly kitchen?: Kitchen | null | undefined;
	readonly floor?: number | null | undefined;
};

/** Why an element counts that nobody ticked, or does not count though somebody did. */
export type ElementChange = {
	readonly id: ElementId;
	readonly counts: boolean;
	readonly because: 'energy-class' | 'no-energy-class' | 'kitchen' | 'low-floor' | 'part-of-another';
};

const goodClasses: ReadonlySet<string> = new Set(['A4', 'A3', 'A2', 'A1', 'B', 'C', 'D']);

/** The element in the first place holds the second: a terrace over 20 m² is a terrace, five years are within ten. */
const holds: readonly (readonly [ElementId, ElementId])[] = [
	['D8', 'D1'],
	['D10', 'C8']
];

/**
 * The elements of a flat, decided by its facts where a fact decides: the energy certificate D9, the kitchen B1, and the
 * floor whether a lift counts (B2 is "lift, if on the second floor or above"). Source: the agreement's elements.
 */
export function settleElements(
	ticked: readonly ElementId[],
	facts: DecidingFacts
): { readonly elements: readonly ElementId[]; readonly changes: readonly ElementChange[] } {
	const has = new Set(ticked);
	const changes: ElementChange[] = [];
	const settle = (id: ElementId, counts: boolean, because: ElementChange['because']) => {
		if (has.has(id) === counts) return;
		if (counts) has.add(id);
		else has.delete(id);
		changes.push({ id, counts, because });
	};
	const { energyClass, kitchen, floor } = facts;
	settle('D9', energyClass !== null && goodClasses.has(energyClass), energyClass ? 'energy-class' : 'no-energy-class');
	if (kitchen) settle('B1', kitchen === 'eat-in-window', 'kitchen');
	if (typeof floor === 'number' && floor < 2) settle('B2', false, 'low-floor');
	for (const [whole, part] of holds) if (has.has(whole)) settle(part, true, 'part-of-another');
	return { elements: [...has], changes };
}
