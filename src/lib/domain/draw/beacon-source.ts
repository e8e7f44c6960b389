import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import { drawBeacon } from './public-draw';
import { drandRandomness, findChain, roundTime } from './drand';

/**
 * The source of a notice's public number, frozen before requests open: a draw that the notice names, or a round of
 * drand by its number.
 */
export type BeaconSource =
	| { readonly kind: 'draw' }
	| { readonly kind: 'drand'; readonly chain: string; readonly round: number };

/** Whether the source gives a number that is not known when requests close. For a named draw, people judge the date. */
export function comesAfter(source: BeaconSource, closesAt: Instant): boolean {
	if (source.kind === 'draw') return true;
	const chain = findChain(source.chain);
	return chain !== undefined && isPast(closesAt, roundTime(chain, source.round));
}

/**
 * The beacon, by the published rule, from its proof: the RFC 3797 key string of a draw, or the signature of a drand
 * round. Lower-case hexadecimal, 64 digits.
 */
export function beaconFrom(kind: BeaconSource['kind'], proof: string): string {
	return kind === 'draw' ? drawBeacon(proof) : drandRandomness(proof);
}
