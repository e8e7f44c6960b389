import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import { drawBeacon } from './public-draw';
import { drandRandomness, findChain, roundTime } from './drand';

/**
 * Where a notice's public number comes from, frozen before requests open (allocation.md, Mechanism 1): a draw that the
 * notice names, or a round of drand by its number.
 */
export type BeaconSource =
	| { readonly kind: 'draw' }
	| { readonly kind: 'drand'; readonly chain: string; readonly round: number };

/** Whether the source gives a number that nobody knows when requests close. Of a named draw people judge the date. */
export function comesAfter(source: BeaconSource, closesAt: Instant): boolean {
	if (source.kind === 'draw') return true;
	const chain = findChain(source.chain);
	return chain !== undefined && isPast(closesAt, roundTime(chain, source.round));
}

/**
 * The beacon by the published rule, from what proves it: of a draw its RFC 3797 key string, of drand the signature.
 * Lower-case hexadecimal, 64 digits.
 */
export function beaconFrom(kind: BeaconSource['kind'], proof: string): string {
	return kind === 'draw' ? drawBeacon(proof) : drandRandomness(proof);
}
