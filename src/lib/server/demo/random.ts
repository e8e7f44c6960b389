import { createHash } from 'node:crypto';
import type { Instant } from '$lib/domain/calendar/instant';

/** Draws that repeat: the same seed gives the same world on every machine. Never for secrets. */
export type Random = {
	/** From 0, included, to 1, excluded. */
	fraction(): number;
	/** A whole number from `low` to `high`, both included. */
	integer(low: number, high: number): number;
	chance(probability: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
	/** An item, each as likely as its weight. */
	weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
	/** The same items in another order. */
	shuffled<Item>(items: readonly Item[]): Item[];
	bytes(count: number): Buffer;
	/** An id shaped as the portal's own (UUID version 7), of the moment `at`. */
	id(at: Instant): string;
};

/** Whole numbers of 32 bits: the generator sfc32 (Chris Doty-Humphrey, public domain), seeded with SHA-256 of `seed`. */
function sfc32(seed: string): () => number {
	const words = createHash('sha256').update(seed).digest();
	let [a, b, c, counter] = [words.readInt32BE(0), words.readInt32BE(4), words.readInt32BE(8), 1];

	const next = (): number => {
		const drawn = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + drawn) | 0;
		return drawn >>> 0;
	};
	for (let turn = 0; turn < 12; turn++) next();
	return next;
}

/** The draws of a seed, from the first. */
export function createRandom(seed: string): Random {
	const next = sfc32(seed);
	const fraction = () => next() / 0x1_0000_0000;
	const integer = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
	const bytes = (count: number) => {
		const drawn = Buffer.alloc(count);
		for (let at = 0; at < count; at++) drawn[at] = next() & 0xff;
		return drawn;
	};
	return {
		fraction,
		integer,
		chance: (probability) => fraction() < probability,
		pick: (items) => items[integer(0, items.length - 1)]!,
		weighted: (items) => {
			let left = fraction() * items.reduce((sum, [, weight]) => sum + weight, 0);
			return (items.find(([, weight]) => (left -= weight) < 0) ?? items[items.length - 1]!)[0];
		},
		shuffled: (items) => {
			const mixed = [...items];
			for (let last = mixed.length - 1; last > 0; last--) {
				const other = integer(0, last);
				[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
			}
			return mixed;
		},
		bytes,
		id: (at) => uuid(bytes(16), Date.parse(at))
	};
}

function uuid(drawn: Buffer, milliseconds: number): string {
	drawn.writeUIntBE(milliseconds, 0, 6);
	drawn[6] = (drawn[6]! & 0x0f) | 0x70;
	drawn[8] = (drawn[8]! & 0x3f) | 0x80;
	return drawn.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
