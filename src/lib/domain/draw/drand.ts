import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { addDays, romeInstant } from '../calendar/deadline';
import type { Day, Instant } from '../calendar/instant';

/** A public randomness network: a number every few seconds, signed by many organisations together. */
export interface DrandChain {
	/** The hash that identifies the chain: lower-case hexadecimal, 64 digits. */
	readonly hash: string;
	readonly name: string;
	/** The BLS12-381 key for its signatures, lower-case hexadecimal. */
	readonly publicKey: string;
	readonly scheme: string;
	/** Seconds from one round to the next. */
	readonly period: number;
	/** When round 1 was published, in seconds since 1970. */
	readonly genesis: number;
}

/** The League of Entropy's chain of one number every three seconds (docs.drand.love, quicknet). */
export const quicknet: DrandChain = {
	hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
	name: 'quicknet',
	publicKey:
		'83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
	scheme: 'bls-unchained-g1-rfc9380',
	period: 3,
	genesis: 1_692_803_367
};

/** The chain with this hash, if the portal knows its key. */
export function findChain(hash: string): DrandChain | undefined {
	return hash === quicknet.hash ? quicknet : undefined;
}

/** When `round` is published. */
export function roundTime(chain: DrandChain, round: number): Instant {
	return new Date((chain.genesis + (round - 1) * chain.period) * 1_000).toISOString();
}

/** The first round published at `instant` or after it. */
export function firstRoundFrom(chain: DrandChain, instant: Instant): number {
	return Math.max(1, Math.ceil((Date.parse(instant) / 1_000 - chain.genesis) / chain.period) + 1);
}

/** The round of quicknet that a notice names by itself: the first after noon of the day after it closes. */
export const roundAfterClosing = (closesOn: Day): number =>
	firstRoundFrom(quicknet, romeInstant(addDays(closesOn, 1), '12:00:00'));

/** How a notice names a round of quicknet. */
export const drandName = (round: number): string => `drand ${quicknet.name}, ${round}`;

/** The random number of a drand round: SHA-256 of its signature. Both lower-case hexadecimal. */
export function drandRandomness(signature: string): string {
	return bytesToHex(sha256(hexToBytes(signature)));
}
