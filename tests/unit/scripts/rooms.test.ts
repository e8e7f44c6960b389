import { describe, expect, it } from 'vitest';
import { circlesIn, countRooms, importsIn } from '../../../scripts/rooms.js';

const imports = importsIn(['src/lib']);
const server = (path: string) => `src/lib/server/${path}.ts`;

describe('the rooms of the server', () => {
	it('have no arrow from an area to one above it', () => {
		expect(countRooms(imports).up).toEqual([]);
	});

	it('counts a pair of rooms once, and finds the arrows that run up', () => {
		const [offers, tenancies] = [server('letting/offers/service'), server('letting/tenancies/service')];
		const homes = server('homes/dwellings/service');
		const drawn = new Map([
			[offers, [tenancies, server('letting/tenancies/table'), homes]],
			[homes, [offers, server('clock')]],
			[server('jobs'), [offers]],
			[tenancies, []]
		]);
		expect(countRooms(drawn)).toEqual({ rooms: 4, arrows: 5, up: ['homes/dwellings -> letting/offers'] });
	});
});

describe('circles of imports', () => {
	it('there are none between the files of the domain, the server, the components and the words', () => {
		expect(circlesIn(imports)).toEqual([]);
	});

	it('finds a long circle and leaves out what only leads to it', () => {
		const drawn = new Map([
			['a', ['b']],
			['b', ['c']],
			['c', ['d', 'e']],
			['d', ['b']],
			['e', []]
		]);
		expect(circlesIn(drawn)).toEqual([['b', 'c', 'd']]);
	});
});
