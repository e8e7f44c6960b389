import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { merkleRoot } from '../receipt/merkle-tree';
import { saltFrom } from './commitment';

/** A household that holds a dwelling, by its position in the dwelling's order. */
export interface HolderPosition {
	/** 1 = first; null where a household that signed is not in the order. */
	readonly position: number | null;
	/** It signed, so it holds the dwelling whatever the order says. */
	readonly signed: boolean;
}

/** The order of one dwelling, as a version commits to it. */
export interface CommittedOrder {
	readonly dwelling: string;
	/** Homes that are let as this dwelling. */
	readonly places: number;
	/** Pseudonyms, best first. */
	readonly order: readonly string[];
	/** In the order of their positions, those without one last. */
	readonly holders: readonly HolderPosition[];
	/** Requests that listed the dwelling when the notice closed. */
	readonly listed: number;
}

/** The content of a tree's first leaf, shown to every household that listed the dwelling. */
export interface OrderHead {
	readonly places: number;
	readonly holders: readonly HolderPosition[];
	/** Leaves of the tree, this one included. */
	readonly leaves: number;
}

/**
 * The tree over a dwelling's order: first its head, then a leaf for each position. A leaf holds the position and a salted
 * hash of the pseudonym, so that it can be shown to one household without telling who stands there. The tree is filled up
 * to the number of requests that listed the dwelling: its size tells nothing that is not public.
 */
export function orderEntries(secret: string, committed: CommittedOrder): Uint8Array[] {
	const salts = new OrderSalts(secret, committed.dwelling);
	const head = headOf(committed);
	const entries = [headEntry(committed.dwelling, head, salts.of(0))];
	for (let position = 1; position < head.leaves; position++) {
		const household = householdHash(salts.of(position), committed.order[position - 1] ?? '');
		entries.push(positionEntry(position, household));
	}
	return entries;
}

/** The root of that tree, lower-case hexadecimal: what the signed statement holds of a dwelling's order. */
export const orderRoot = (secret: string, committed: CommittedOrder): string =>
	bytesToHex(merkleRoot(orderEntries(secret, committed)));

export function headOf({ places, holders, order, listed }: CommittedOrder): OrderHead {
	return { places, holders, leaves: 1 + Math.max(listed, order.length) };
}

/** The salts of a dwelling's leaves, by position; 0 is the head's. */
export class OrderSalts {
	private readonly base: Uint8Array;

	constructor(secret: string, dwelling: string) {
		this.base = saltFrom(secret, `order|${dwelling}`);
	}

	of(position: number): Uint8Array {
		const number = new Uint8Array(4);
		new DataView(number.buffer).setUint32(0, position);
		return sha256(concatBytes(this.base, number));
	}
}

/** A household as a leaf holds it, lower-case hexadecimal. No pseudonym is empty: that stands for a leaf that fills up. */
export const householdHash = (salt: Uint8Array, pseudonym: string): string =>
	bytesToHex(sha256(concatBytes(salt, utf8ToBytes(pseudonym))));

export const positionEntry = (position: number, household: string): Uint8Array =>
	utf8ToBytes(`position ${position} ${household}`);

export function headEntry(dwelling: string, { places, holders, leaves }: OrderHead, salt: Uint8Array): Uint8Array {
	const held = holders.map(({ position, signed }) => `${position ?? '-'}${signed ? 's' : ''}`).join(' ');
	return concatBytes(salt, utf8ToBytes(`head ${places} ${leaves} [${held}] ${dwelling}`));
}
