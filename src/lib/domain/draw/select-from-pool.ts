import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Publicly verifiable selection, RFC 3797 section 4: `count` different numbers from 1 to `pool`, in the order selected.
 * Each step computes the MD5 of the step's number in two bytes, the key, and the number again, and takes the remainder
 * by how many are left. MD5 protects nothing here: the draw is public, and the result must be that of the RFC.
 * @param key as `keyString` writes it
 * @throws RangeError when the pool has fewer than `count`, or more than two bytes can count
 */
export function selectFromPool(key: string, pool: number, count: number): number[] {
	if (!Number.isInteger(pool) || !Number.isInteger(count) || count < 0 || count > pool || pool > 0xffff)
		throw new RangeError('From a pool of at most 65535 no more can be selected than are in it.');
	const left = Array.from({ length: pool }, (_, i) => i + 1);
	return Array.from({ length: count }, (_, step) => {
		const about = Uint8Array.of(step >> 8, step & 0xff);
		const hash = BigInt(`0x${bytesToHex(md5(concatBytes(about, utf8ToBytes(key), about)))}`);
		return left.splice(Number(hash % BigInt(left.length)), 1)[0]!;
	});
}
