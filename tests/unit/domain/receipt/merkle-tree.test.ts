import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inclusionProof, merkleRoot, provesInclusion } from '$lib/domain/receipt/merkle-tree';
import {
	leavesText,
	proveReceipt,
	provesReceipt,
	readLeaves,
	receiptsRoot,
	sortLeaves
} from '$lib/domain/receipt/receipt-tree';

/** The entries and roots with which certificate-transparency logs are tested (RFC 6962 trees of 0 to 8 entries). */
const entries = [
	'',
	'00',
	'10',
	'2021',
	'3031',
	'40414243',
	'5051525354555657',
	'606162636465666768696a6b6c6d6e6f'
].map((hex) => hexToBytes(hex));
const roots = [
	'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
	'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
	'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
	'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
	'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
	'4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
	'76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
	'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
	'5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
];

describe('the tree of RFC 6962', () => {
	test.each(roots.map((root, count) => [count, root] as const))(
		'of %i known entries has the known root',
		(count, root) => {
			expect(bytesToHex(merkleRoot(entries.slice(0, count)))).toBe(root);
		}
	);

	test('the known proof of the sixth of eight', () => {
		expect(inclusionProof(entries, 5)).toEqual({
			index: 5,
			size: 8,
			path: [
				'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
				'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
				'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
			]
		});
	});

	const bytes = fc.uint8Array({ maxLength: 40 });
	const trees = fc.array(bytes, { minLength: 1, maxLength: 70 });

	test('every entry has a proof, and it leads to the root', () => {
		fc.assert(
			fc.property(trees, (tree) => {
				const root = merkleRoot(tree);
				tree.forEach((entry, index) => expect(provesInclusion(entry, inclusionProof(tree, index), root)).toBe(true));
			})
		);
	});

	test('no other entry, root, place, size or path is proved by it', () => {
		fc.assert(
			fc.property(trees, fc.nat(), bytes, (tree, pick, other) => {
				const index = pick % tree.length;
				const entry = tree[index]!;
				const root = merkleRoot(tree);
				const proof = inclusionProof(tree, index);
				fc.pre(bytesToHex(other) !== bytesToHex(entry));
				expect(provesInclusion(other, proof, root)).toBe(false);
				expect(provesInclusion(entry, proof, merkleRoot([...tree, other]))).toBe(false);
				expect(provesInclusion(entry, { ...proof, index: proof.size }, root)).toBe(false);
				expect(provesInclusion(entry, { ...proof, path: [...proof.path, '00'.repeat(32)] }, root)).toBe(false);
				if (proof.path.length > 0) {
					expect(provesInclusion(entry, { ...proof, path: proof.path.slice(1) }, root)).toBe(false);
					expect(provesInclusion(entry, { ...proof, path: ['zz', ...proof.path.slice(1)] }, root)).toBe(false);
				}
			})
		);
	});

	test('a node does not pass for an entry', () => {
		const [left, right] = [merkleRoot([entries[1]!]), merkleRoot([entries[2]!])];
		const joined = hexToBytes(bytesToHex(left) + bytesToHex(right));
		expect(bytesToHex(merkleRoot([joined]))).not.toBe(bytesToHex(merkleRoot([entries[1]!, entries[2]!])));
	});

	test.each([-1, 8, 1.5])('there is no entry %d of eight', (index) => {
		expect(() => inclusionProof(entries, index)).toThrow(RangeError);
	});
});

describe('the receipts of a notice', () => {
	const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex);
	const many = fc.uniqueArray(leaf, { minLength: 1, maxLength: 60 });

	test('the root does not depend on the order in which requests came in', () => {
		fc.assert(
			fc.property(
				many.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
				([all, mixed]) => {
					expect(receiptsRoot(sortLeaves(mixed))).toBe(receiptsRoot(sortLeaves(all)));
				}
			)
		);
	});

	test('a household that was in proves it from the published list; another cannot', () => {
		fc.assert(
			fc.property(many, leaf, (all, stranger) => {
				fc.pre(!all.includes(stranger));
				const published = readLeaves(leavesText(sortLeaves(all)))!;
				const root = receiptsRoot(published);
				for (const one of all) expect(provesReceipt(one, proveReceipt(published, one)!, root)).toBe(true);
				expect(proveReceipt(published, stranger)).toBeNull();
				expect(provesReceipt(stranger, proveReceipt(published, all[0]!)!, root)).toBe(false);
				expect(provesReceipt('not a leaf', proveReceipt(published, all[0]!)!, root)).toBe(false);
			})
		);
	});

	test.each(['', 'AB'.repeat(32), 'ab'.repeat(31)])('"%s" is not a leaf', (wrong) => {
		expect(() => sortLeaves([wrong])).toThrow(RangeError);
	});

	test.each([
		['out of order', `${'bb'.repeat(32)}\n${'aa'.repeat(32)}\n`],
		['a leaf twice', `${'aa'.repeat(32)}\n`.repeat(2)],
		['no end of line', 'aa'.repeat(32)],
		['something else', '<html>\n']
	])('a list with %s is not the published one', (_what, text) => {
		expect(readLeaves(text)).toBeNull();
	});
});
