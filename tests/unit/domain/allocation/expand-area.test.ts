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

it('dwellings without excess area are all the same: by id', () => {
	const areas = { u9: 4000, u8: 4900, u7: 4800, u6: 4700, u5: 4899 };
	const zone = Object.entries(areas).map(([id, areaDm2]) => ({ id, areaDm2 }));
	expect(expandAreas([], [zone], 4800)).toEqual(['u6', 'u7', 'u9', 'u5', 'u8']);
});
