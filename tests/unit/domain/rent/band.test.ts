import { describe, expect, it } from 'vitest';
import type { ElementId } from '$lib/domain/rent/agreement';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { bandOf } from '$lib/domain/rent/band';

const allA: ElementId[] = ['A1', 'A2', 'A3', 'A4'];
const decide = (elements: ElementId[], stoves = false) => bandOf(milan2023, { elements, stoves });

describe('the band of a flat', () => {
	it.each<[string, ElementId[], number, boolean]>([
		['one A missing', ['A1', 'A2', 'A3', 'B1', 'C1', 'C2', 'C3'], 1, true],
		['two A missing: not named by the agreement', ['A1', 'A2', 'B1'], 1, false],
		['nothing at all: not named either', [], 1, false],
		['all A and no B: not named', [...allA, 'C1', 'C2', 'C3'], 1, false],
		['all A, one B', [...allA, 'B1'], 2, true],
		['all A, one B, two C', [...allA, 'B1', 'C1', 'C2'], 2, true],
		['all A, one B, three C', [...allA, 'B1', 'C1', 'C2', 'C9'], 3, true]
	])('%s', (_, elements, band, decided) => expect(decide(elements)).toMatchObject({ band, decided }));

	it('is 1 where stoves heat single rooms', () =>
		expect(decide([...allA, 'B1', 'C1', 'C2', 'C3'], true)).toMatchObject({ band: 1, because: 'stoves' }));

	it('reaches its maximum with five D, not with four', () => {
		expect(decide([...allA, 'B1', 'D1', 'D2', 'D3', 'D4']).maximumReachable).toBe(false);
		expect(decide([...allA, 'B1', 'D1', 'D2', 'D3', 'D4', 'D10']).maximumReachable).toBe(true);
	});

	it('counts an element once, and none that the agreement does not know', () =>
		expect(decide([...allA, 'B1', 'C1', 'C1', 'C1', 'C10']).counts.C).toBe(1));
});
