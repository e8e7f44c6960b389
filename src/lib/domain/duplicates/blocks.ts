/** Items with an equal key: block b is `items` from `start[b]` to `start[b + 1]`. Block 0 holds those without a key. */
export type Blocks = { readonly of: Int32Array; readonly start: Int32Array; readonly items: Int32Array };

/** Puts items from 0 to `count` - 1 into blocks by their key; an item with the key 0 has none, and is in no block with another. */
export function blocksOf(count: number, keyOf: (item: number) => number): Blocks {
	const numbers = new Map<number, number>();
	const of = new Int32Array(count);
	for (let item = 0; item < count; item++) {
		const key = keyOf(item);
		if (key === 0) continue;
		const known = numbers.get(key) ?? numbers.size + 1;
		if (known > numbers.size) numbers.set(key, known);
		of[item] = known;
	}
	return { of, ...grouped(of, numbers.size + 1) };
}

function grouped(of: Int32Array, blocks: number) {
	const start = new Int32Array(blocks + 1);
	for (const block of of) start[block + 1]! += 1;
	for (let block = 0; block < blocks; block++) start[block + 1]! += start[block]!;
	const next = start.slice();
	const items = new Int32Array(of.length);
	for (let item = 0; item < of.length; item++) items[next[of[item]!]!++] = item;
	return { start, items };
}

/** The blocks of two items or more; never the one of items without a key. */
export function* sharedBlocks({ start, items }: Blocks): Generator<Int32Array> {
	for (let block = 1; block + 1 < start.length; block++)
		if (start[block + 1]! - start[block]! > 1) yield items.subarray(start[block], start[block + 1]);
}

const SECOND = 2 ** 26;

/** One key of two numbers below 2^26; 0 where one of them is missing. */
export const pairKey = (first: number, second: number): number =>
	first === 0 || second === 0 ? 0 : first * SECOND + second;
