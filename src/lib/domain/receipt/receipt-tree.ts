import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { inclusionProof, merkleRoot, provesInclusion, type InclusionProof } from './merkle-tree';

/** The leaves of a notice's receipts in the order of its tree: sorted, each once, lower-case hexadecimal. */
export type SortedLeaves = readonly string[];

/**
 * Sorts receipt leaves by hash, so that the tree does not show the order of arrival or of the database.
 * @throws RangeError for a leaf that is not 64 lower-case hexadecimal digits
 */
export function sortLeaves(leaves: readonly string[]): SortedLeaves {
	for (const leaf of leaves) {
		if (!/^[0-9a-f]{64}$/.test(leaf)) throw new RangeError('A receipt leaf has 64 lower-case hexadecimal digits.');
	}
	return [...new Set(leaves)].sort();
}

/** The root of the receipts of a notice, published at closing: 64 lower-case hexadecimal digits. */
export function receiptsRoot(leaves: SortedLeaves): string {
	return bytesToHex(merkleRoot(leaves.map(hexToBytes)));
}

/** The proof that `leaf` is among `leaves`; null when it is not. */
export function proveReceipt(leaves: SortedLeaves, leaf: string): InclusionProof | null {
	const index = leaves.indexOf(leaf);
	return index < 0 ? null : inclusionProof(leaves.map(hexToBytes), index);
}

/** Whether `proof` shows that `leaf` was in the tree with this `root`. A malformed proof shows nothing. */
export function provesReceipt(leaf: string, proof: InclusionProof, root: string): boolean {
	const hash = /^[0-9a-f]{64}$/;
	return hash.test(leaf) && hash.test(root) && provesInclusion(hexToBytes(leaf), proof, hexToBytes(root));
}

/** The published list of leaves: one on each line, every line ended. */
export function leavesText(leaves: SortedLeaves): string {
	return leaves.map((leaf) => `${leaf}\n`).join('');
}

/** Reads a published list of leaves. Null when the text is not such a list in the order of the tree. */
export function readLeaves(text: string): SortedLeaves | null {
	const lines = text.split('\n');
	if (lines.pop() !== '') return null;
	const inOrder = lines.every((leaf, i) => /^[0-9a-f]{64}$/.test(leaf) && (i === 0 || lines[i - 1]! < leaf));
	return inOrder ? lines : null;
}
