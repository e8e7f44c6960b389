import type { MarketColumns } from '../../src/lib/domain/allocation/market';
import type { Names } from '../../src/lib/domain/allocation/names';
import { seededRandom } from './seeded-random';

export interface MarketSize {
	readonly applications: number;
	readonly dwellings: number;
	readonly choices: number;
	/** Owners, each with its own ranking; every household is on all of them. */
	readonly lists: number;
}

const KEYS = 2;
const CATEGORIES = 3;

/**
 * A round with many equal points, a fifth of the dwellings set aside, a third of the households in a
 * category, and popular dwellings that most households want. Tickets are given.
 */
export function aMarket({ applications, dwellings, choices, lists }: MarketSize): MarketColumns {
	const random = seededRandom(applications);
	const memberships = some(applications, 1 / 3, random);
	const setAside = some(dwellings, 1 / 5, random);
	return {
		applications: numbered('h', applications),
		dwellings: numbered('u', dwellings),
		categories: ['very-poor', 'disabled', 'young'],
		lists: Array.from({ length: lists }, (_, i) => `l${i}`),
		listCount: lists,
		active: new Uint8Array(applications).fill(1),
		frozenAt: new Int32Array(applications).fill(-1),
		choiceStart: steps(applications, choices),
		choices: wishes({ applications, dwellings, choices, lists }, random),
		membershipStart: memberships.start,
		memberships: memberships.values,
		...entries(applications, lists, random),
		capacity: new Float64Array(dwellings).fill(1),
		listOf: fill(new Int32Array(dwellings), () => under(lists, random)),
		setAsideStart: setAside.start,
		setAside: setAside.values,
		exclusive: new Uint8Array(dwellings),
		explicitOrder: Array<null>(dwellings).fill(null),
		quotas: []
	};
}

const under = (limit: number, random: () => number) => Math.floor(random() * limit);

function fill<Column extends Int32Array | Uint32Array | Float64Array>(column: Column, value: (i: number) => number) {
	for (let i = 0; i < column.length; i++) column[i] = value(i);
	return column;
}

const steps = (count: number, width: number) => fill(new Int32Array(count + 1), (i) => i * width);

/** A category for a share of so many. */
function some(count: number, share: number, random: () => number) {
	const start = new Int32Array(count + 1);
	for (let i = 0; i < count; i++) start[i + 1] = start[i]! + (random() < share ? 1 : 0);
	return { start, values: fill(new Int32Array(start[count]!), () => under(CATEGORIES, random)) };
}

/** Every household on every list, with its keys and its ticket. */
function entries(applications: number, lists: number, random: () => number) {
	const key = (i: number) => (i % KEYS === 0 ? 50 * under(80, random) : under(15_000, random));
	return {
		entryStart: steps(applications, lists),
		entryList: fill(new Int32Array(applications * lists), (i) => i % lists),
		entryKeys: steps(applications * lists, KEYS),
		keys: fill(new Float64Array(applications * lists * KEYS), key),
		keyCount: new Int32Array(lists).fill(KEYS),
		ticketHigh: fill(new Uint32Array(applications), () => under(2 ** 32, random)),
		ticketLow: fill(new Uint32Array(applications), () => under(2 ** 32, random))
	};
}

/**
 * Names that use no memory. A file's names are bytes; millions of JavaScript texts would keep the garbage collector
 * busy.
 */
const numbered = (letter: string, length: number): Names => ({
	length,
	at: (i) => (i < length ? letter + String(i).padStart(8, '0') : undefined)
});

/** Different dwellings for each household. Low numbers are wanted most. */
function wishes({ applications, dwellings, choices }: MarketSize, random: () => number): Int32Array {
	const wanted = new Int32Array(applications * choices);
	if (choices === dwellings) return everyDwelling(wanted, dwellings, random);
	for (let at = 0; at < wanted.length; at++) {
		const first = at - (at % choices);
		let dwelling = Math.floor(dwellings * random() ** 2);
		for (let before = first; before < at; before++) {
			if (wanted[before] !== dwelling) continue;
			dwelling = (dwelling + 1) % dwellings;
			before = first - 1;
		}
		wanted[at] = dwelling;
	}
	return wanted;
}

/** Every household wants every dwelling, each in its own order. */
function everyDwelling(wanted: Int32Array, dwellings: number, random: () => number): Int32Array {
	for (let at = 0; at < wanted.length; at++) {
		const swap = at - Math.floor(random() * ((at % dwellings) + 1));
		wanted[at] = wanted[swap]!;
		wanted[swap] = at % dwellings;
	}
	return wanted;
}
