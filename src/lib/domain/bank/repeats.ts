import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry } from './statement';

/** As much of a hash as makes two references with the same one impossible to find. */
const KEPT = 32;

/**
 * The references of a statement's booked entries so far. It keeps a hash of each: the text itself would keep the part
 * of the file alive that it was cut from, and a reference may be long.
 */
export class Repeats {
	private readonly seen = new Set<string>();

	/** Adds an entry, and answers whether an earlier one had its reference and was a reversal just as it is. */
	add({ bankRef, entryRef, reversal }: Pick<Entry, 'bankRef' | 'entryRef' | 'reversal'>): boolean {
		const ofBank = bankRef === null ? null : keyOf('bank', bankRef, reversal);
		const ofEntry = entryRef === null ? null : keyOf('entry', entryRef, reversal);
		const own = ofBank ?? ofEntry;
		const repeated = own !== null && this.seen.has(own);
		for (const key of [ofBank, ofEntry]) if (key !== null) this.seen.add(key);
		return repeated;
	}
}

const keyOf = (kind: 'bank' | 'entry', reference: string, reversal: boolean): string =>
	bytesToHex(sha256(utf8ToBytes(`${kind} ${reversal} ${reference}`))).slice(0, KEPT);
