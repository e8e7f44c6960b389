import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson } from '$lib/domain/receipt/canonical-json';
import { receiptLeaf } from '$lib/domain/receipt/receipt-leaf';

const salt = '000102030405060708090a0b0c0d0e0f';

it('is SHA-256 of the salt and the canonical row, as anyone can compute it', () => {
	const byHand = createHash('sha256')
		.update(Buffer.from(salt, 'hex'))
		.update('{"choices":["a","b"],"name":"Niguarda è qui"}')
		.digest('hex');
	expect(receiptLeaf(salt, { name: 'Niguarda è qui', choices: ['a', 'b'] })).toBe(byHand);
});

it('depends on values and on the order of lists, never on the order of members', () => {
	expect(canonicalJson({ b: [1, { d: null, c: true }], a: undefined })).toBe('{"b":[1,{"c":true,"d":null}]}');
	expect(receiptLeaf(salt, { a: 1, b: 2 })).toBe(receiptLeaf(salt, { b: 2, a: 1 }));
	expect(receiptLeaf(salt, { choices: ['a', 'b'] })).not.toBe(receiptLeaf(salt, { choices: ['b', 'a'] }));
});

it('refuses a salt of another length', () => {
	expect(() => receiptLeaf('00', {})).toThrow(RangeError);
});
