import { describe, expect, it } from 'vitest';
import { checkRound } from '$lib/domain/allocation/check-round';
import type { Round, RoundApplication, RoundDwelling } from '$lib/domain/allocation/round';

const homes = (...rows: Partial<RoundDwelling>[]) => rows.map((row, i) => ({ id: `u${i}`, list: 'l', ...row }));
const households = (...rows: Partial<RoundApplication>[]) =>
	rows.map((row, i) => ({ id: `a${i}`, choices: [], ...row }));
const round = (dwellings: RoundDwelling[], applications: RoundApplication[]): Round => {
	return { format: 'round/1', notice: 'n', beacon: '00', dwellings, applications };
};

describe('the first fault of a round is told with its place', () => {
	it.each([
		['a dwelling', round(homes({}, {}, { id: 'u0' }), []), 'dwellings[2].id', '"u0" is repeated'],
		['a household', round([], households({}, {}, { id: 'a1' })), 'applications[2].id', '"a1" is repeated'],
		[
			'a set-aside',
			round(homes({ setAside: ['x', 'y'] }, { setAside: ['y', 'x', 'y'] }), []),
			'dwellings[1].setAside[2]',
			'"y" is repeated'
		],
		['exclusive', round(homes({}, { exclusive: true }), []), 'dwellings[1].exclusive', 'exclusive needs "setAside"'],
		[
			'an order',
			round(homes({ order: ['a0'] }, { order: ['a0', 'z', 'y'] }), households({})),
			'dwellings[1].order[1]',
			'no application "z"'
		],
		['the first name', round(homes({ order: ['z'] }), []), 'dwellings[0].order[0]', 'no application "z"'],
		[
			'a choice',
			round(homes({}, {}), households({ choices: ['u1', 'u0'] }, { choices: ['u0', 'v', 'w'] })),
			'applications[1].choices[1]',
			'no dwelling "v"'
		],
		[
			'a choice made twice, before one that is not there',
			round(homes({}, {}), households({ choices: ['u1', 'u0'] }, { choices: ['v', 'u0', 'u0'] })),
			'applications[1].choices[2]',
			'"u0" is repeated'
		],
		[
			'a category',
			round([], households({ categories: ['x'] }, { categories: ['y', 'x', 'x'] })),
			'applications[1].categories[2]',
			'"x" is repeated'
		],
		['where somebody signed', round([], households({ frozen: 'v' })), 'applications[0].frozen', 'no dwelling "v"'],
		[
			'who signed and withdrew',
			round(homes({}), households({}, { frozen: 'u0', withdrawn: true })),
			'applications[1].frozen',
			'frozen and withdrawn at once'
		],
		[
			'keys',
			round([], households({ keys: { l: [], m: [1] } }, { keys: { m: [2], l: [1] } })),
			'applications[1].keys.l',
			'1 keys where others of list "l" have 0'
		],
		[
			'places',
			round(homes({}, { capacity: 2 }), households(...['u1', 'u0', 'u1', 'u1'].map((frozen) => ({ frozen })))),
			'applications[3].frozen',
			'dwelling "u1" has no place left to hold'
		]
	])('%s', (_, faulty, place, reason) => {
		expect(checkRound(faulty)).toEqual({ place, reason });
	});
});
