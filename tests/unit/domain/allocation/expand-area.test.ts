import { expect, it } from 'vitest';
import { expandAreas } from '$lib/domain/allocation/expand-area';

it('an area stands for its adequate dwellings, smallest excess first, after those named and without repeats', () => {
	const zone3 = [
		{ id: 'u4', areaDm2: 6500 },
		{ id: 'u3', areaDm2: 5800 },
		{ id: 'u2', areaDm2: 5800 }
	];
	const zone4 = [
		{ id: 'u9', areaDm2: 5000 },
		{ id: 'u1', areaDm2: 4000 }
	];
	expect(expandAreas(['u9', 'u3'], [zone3, zone4], 4800)).toEqual(['u9', 'u3', 'u2', 'u4', 'u1']);
});
