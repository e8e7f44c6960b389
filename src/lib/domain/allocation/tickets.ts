import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { Names } from './names';

/** 64-bit tickets in the order of the ids they were drawn for, as upper and lower halves. */
export interface Tickets {
	readonly high: Uint32Array;
	readonly low: Uint32Array;
}

/**
 * The ticket of every application: the first 8 bytes, big-endian, of HMAC-SHA256 with the beacon's bytes as key
 * over the UTF-8 text `notice|id`. The smaller ticket comes first; time of arrival never counts.
 * @param beacon lower-case hexadecimal pairs
 */
export function drawTickets(beacon: string, notice: string, ids: Names): Tickets {
	const high = new Uint32Array(ids.length);
	const low = new Uint32Array(ids.length);
	const key = hexToBytes(beacon);
	const encoder = new TextEncoder();
	for (let i = 0; i < ids.length; i++) {
		const digest = hmac(sha256, key, encoder.encode(`${notice}|${ids.at(i)!}`));
		const bytes = new DataView(digest.buffer, digest.byteOffset);
		high[i] = bytes.getUint32(0);
		low[i] = bytes.getUint32(4);
	}
	return { high, low };
}

/** The ticket of one application as a 64-bit number, for the receipt and for showing a draw. */
export function ticketOf(beacon: string, notice: string, id: string): bigint {
	const { high, low } = drawTickets(beacon, notice, [id]);
	return (BigInt(high[0]!) << 32n) | BigInt(low[0]!);
}
