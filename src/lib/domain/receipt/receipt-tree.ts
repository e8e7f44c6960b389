import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { inclusionProof, merkleRoot, provesInclusion, type InclusionProof } from './merkle-tree';

/** The leaves of a notice's receipts in the order of its tree: sorted, lower-case hexadecimal, each once. */
export type SortedLeaves = readonly string[];

/**
 * Puts receipt leaves in the order of the tree, by hash, so that neither the order in which requests came in nor that of
 * the database shows. Throws a RangeError for a leaf that is not 64 lower-case hexadecimal digits.
 */
export function sortLeaves(leaves: readonly string[]): SortedLeaves {
	for (const leaf of leaves) {
		if (!/^[0-9a-f]{64}$/.test(leaf)) throw new RangeError('A receipt leaf has 64 lower-case hexadecimal digits.');
	}
	return [...new Set(leaves)].sort();
}

/** Root of the receipts of a notice, published at closing: lower-case hexadecimal, 64 digits. */
export function receiptsRoot(leaves: SortedLeaves): string {
	return bytesToHex(merkleRoot(leaves.map(hexToBytes)));
}

/** Proof that `leaf` is among `leaves`; null when it is not. */
export function proveReceipt(leaves: SortedLeaves, leaf: string): InclusionProof | null {
	const index = leaves.indexOf(leaf);
	return index < 0 ? null : inclusionProof(leaves.map(hexToBytes), index);
}

/** Whether `proof` shows that `leaf` was in when `root` was published. Anything malformed shows nothing. */
export function provesReceipt(leaf: string, proof: InclusionProof, root: string): boolean {
	const hash = /^[0-9a-f]{64}$/;
	return hash.test(leaf) && hash.test(root) && provesInclusion(hexToBytes(leaf), proof, hexToBytes(root));
}

/** The published list of leaves: one a line, each line ended. */
export function leavesText(leaves: SortedLeaves): string {
	return leaves.map((leaf) => `${leaf}\n`).join('');
}

/** Reads a published list of leaves; null when it is not one, in the order of the tree. */
export function readLeaves(text: string): SortedLeaves | null {
	const lines = text.split('\n');
	if (lines.pop() !== '') return null;
	const inOrder = lines.every((leaf, i) => /^[0-9a-f]{64}$/.test(leaf) && (i === 0 || lines[i - 1]! < leaf));
	return inOrder ? lines : null;
}
