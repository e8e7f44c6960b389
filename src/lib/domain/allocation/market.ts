import type { Names } from './names';

/**
 * A round as columns of numbers. Every step of the engine works on it. Applications and dwellings are numbered in the
 * byte order of their ids, so comparing numbers compares ids, and lists come out sorted.
 *
 * An "edge" is one application's wish for one dwelling: `choices[e]` for e from `choiceStart[a]` to `choiceStart[a +
 * 1]`, most wanted first. An "entry" is one application's keys for one list, found in the same way from `entryStart`.
 */
export interface MarketColumns {
	readonly applications: Names;
	readonly dwellings: Names;
	readonly categories: Names;
	readonly lists: Names;
	readonly listCount: number;

	/** Per application: 1 if it takes part, 0 if withdrawn. */
	readonly active: Uint8Array;
	/** Per application: the dwelling signed for, or -1. */
	readonly frozenAt: Int32Array;
	readonly choiceStart: Int32Array;
	readonly choices: Int32Array;
	readonly membershipStart: Int32Array;
	/** Categories of each application. */
	readonly memberships: Int32Array;
	readonly entryStart: Int32Array;
	readonly entryList: Int32Array;
	/** Per entry: where its keys begin in `keys`. */
	readonly entryKeys: Int32Array;
	readonly keys: Float64Array;
	/** Per list: how many keys each of its entries has. */
	readonly keyCount: Int32Array;
	/** The ticket of each application, its upper and lower 32 bits. */
	readonly ticketHigh: Uint32Array;
	readonly ticketLow: Uint32Array;

	/** Per dwelling. Any safe integer, so not an Int32Array. */
	readonly capacity: Float64Array;
	readonly listOf: Int32Array;
	readonly setAsideStart: Int32Array;
	readonly setAside: Int32Array;
	readonly exclusive: Uint8Array;
	/** Per dwelling: applications of its explicit order, best first, or null where the order is computed. */
	readonly explicitOrder: readonly (Int32Array | null)[];
	readonly quotas: readonly MarketQuota[];
}

/** The same, with its names as texts. A round given as objects becomes this. */
export interface Market extends MarketColumns {
	readonly applications: readonly string[];
	readonly dwellings: readonly string[];
	readonly categories: readonly string[];
	readonly lists: readonly string[];
}

export interface MarketQuota {
	readonly kind: 'guarantee' | 'ceiling';
	readonly category: number;
	readonly places: number;
}

/** The entry of an application for a list, or -1 when it has no keys there. */
export function entryFor(market: MarketColumns, application: number, list: number): number {
	const end = market.entryStart[application + 1]!;
	for (let entry = market.entryStart[application]!; entry < end; entry++) {
		if (market.entryList[entry] === list) return entry;
	}
	return -1;
}

/** Whether an application belongs to a category. */
export function isMember(market: MarketColumns, application: number, category: number): boolean {
	const end = market.membershipStart[application + 1]!;
	for (let i = market.membershipStart[application]!; i < end; i++) {
		if (market.memberships[i] === category) return true;
	}
	return false;
}
