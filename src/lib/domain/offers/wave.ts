import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A household and the home that it is offered. */
export type WaveOffer = { readonly pseudonym: string; readonly dwellingId: string };

/** An officer's choice among the offers that are due: those of some households, the first so many, or all. */
export type WaveChoice = { readonly only?: readonly string[] | undefined; readonly first?: number | undefined };

/** The offers of a wave, in the order in which they are due. */
export function chosenOffers<Offer extends WaveOffer>(due: readonly Offer[], { only, first }: WaveChoice): Offer[] {
	const named = due.filter(({ pseudonym }) => only?.includes(pseudonym) ?? true);
	return named.slice(0, first ?? named.length);
}

/**
 * Names a wave: 64 hexadecimal digits of who is offered what. An officer who read the page sends it back, so that what is
 * made is what was shown.
 */
export function waveMark(offers: readonly WaveOffer[]): string {
	const lines = offers.map(({ pseudonym, dwellingId }) => `${pseudonym} ${dwellingId}`).sort();
	return bytesToHex(sha256(utf8ToBytes(lines.join('\n'))));
}

export type OwnerRow = { readonly owner: string; readonly offers: number; readonly heldBack: number };

type Owned = { readonly owner: string };

/** Counts the homes of each owner that are offered and held back, by the owner's name. */
export function countByOwner(offers: readonly Owned[], heldBack: readonly Owned[]): OwnerRow[] {
	const names = [...new Set([...offers, ...heldBack].map(({ owner }) => owner))].sort((a, b) =>
		a.localeCompare(b, 'it')
	);
	const of = (all: readonly Owned[], name: string) => all.filter(({ owner }) => owner === name).length;
	return names.map((owner) => ({ owner, offers: of(offers, owner), heldBack: of(heldBack, owner) }));
}
