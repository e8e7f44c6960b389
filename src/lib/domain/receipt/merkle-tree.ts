import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/**
 * RFC 6962 section 2.1: entries and nodes are hashed with different first bytes, so that neither can pass for the
 * other.
 */
const ENTRY = 0x00;
const NODE = 0x01;

/** The path from one entry to the root (RFC 6962 section 2.1.1). */
export interface InclusionProof {
	/** The position of the entry in the tree, from 0. */
	readonly index: number;
	/** The number of entries in the tree. */
	readonly size: number;
	/** The hashes of the siblings from the bottom up, lower-case hexadecimal. */
	readonly path: readonly string[];
}

/**
 * The root hash of an RFC 6962 Merkle tree over `entries` in their order, 32 bytes. Of no entries: SHA-256 of nothing.
 */
export function merkleRoot(entries: readonly Uint8Array[]): Uint8Array {
	if (entries.length === 0) return sha256(new Uint8Array());
	return rootOf(levelsOf(entries));
}

/**
 * The proof that the entry at `index` is in the tree.
 * @throws RangeError when there is no such entry
 */
export function inclusionProof(entries: readonly Uint8Array[], index: number): InclusionProof {
	if (!Number.isInteger(index) || index < 0 || index >= entries.length)
		throw new RangeError('There is no entry at this place of the tree.');
	const path: string[] = [];
	let at = index;
	for (const level of levelsOf(entries).slice(0, -1)) {
		const sibling = level[at ^ 1];
		if (sibling) path.push(bytesToHex(sibling));
		at >>= 1;
	}
	return { index, size: entries.length, path };
}

/**
 * Whether `proof` leads from `entry` to `root` (RFC 9162 section 2.1.3.2, the check for the trees of RFC 6962). A
 * malformed proof does not.
 */
export function provesInclusion(entry: Uint8Array, proof: InclusionProof, root: Uint8Array): boolean {
	const { index, size, path } = proof;
	if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
	let [at, last, hash] = [index, size - 1, hashEntry(entry)];
	for (const step of path) {
		if (last === 0 || !/^[0-9a-f]{64}$/.test(step)) return false;
		const sibling = hexToBytes(step);
		if (at % 2 === 1 || at === last) {
			hash = hashNode(sibling, hash);
			// The last entry of an odd level has no sibling there. It moves up until it is a right child.
			while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
		} else hash = hashNode(hash, sibling);
		[at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
	}
	return last === 0 && bytesToHex(hash) === bytesToHex(root);
}

/** All levels from the hashes of the entries up to the root. The last node of an odd level moves up unchanged. */
function levelsOf(entries: readonly Uint8Array[]): Uint8Array[][] {
	const levels = [entries.map(hashEntry)];
	for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) {
		const level: Uint8Array[] = [];
		for (let i = 0; i + 1 < below.length; i += 2) level.push(hashNode(below[i]!, below[i + 1]!));
		if (below.length % 2 === 1) level.push(below.at(-1)!);
		levels.push(level);
	}
	return levels;
}

const rootOf = (levels: readonly Uint8Array[][]) => levels.at(-1)![0]!;

function hashEntry(entry: Uint8Array): Uint8Array {
	return sha256.create().update(Uint8Array.of(ENTRY)).update(entry).digest();
}

function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
	return sha256.create().update(Uint8Array.of(NODE)).update(left).update(right).digest();
}
