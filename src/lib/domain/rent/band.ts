import type { Band, ElementId, RentAgreement } from './agreement';

/** The person's answers about the flat: its elements, and whether stoves heat single rooms. */
export type FlatElements = { readonly elements: readonly ElementId[]; readonly stoves: boolean };

export type BandDecision = {
	readonly band: Band;
	/** False if the agreement gives no band: the associations decide, and 1 is only a cautious guess. */
	readonly decided: boolean;
	readonly because: 'one-a-missing' | 'stoves' | 'several-a-missing' | 'no-b' | 'all-a-some-b' | 'three-c';
	/** The elements that it has, by letter. */
	readonly counts: Readonly<Record<'A' | 'B' | 'C' | 'D', number>>;
	/** The maximum of the band needs at least five elements D. */
	readonly maximumReachable: boolean;
};

/**
 * The band of a flat by its elements. Unknown and repeated elements are ignored. Source: the agreement's text, bands 1
 * to 3. It has two gaps (two elements A missing; all A and no B), for which `decided` is false.
 */
export function bandOf(agreement: RentAgreement, flat: FlatElements): BandDecision {
	const has = new Set(flat.elements);
	const count = (letter: string) => agreement.elements.filter((id) => id.startsWith(letter) && has.has(id)).length;
	const counts = { A: count('A'), B: count('B'), C: count('C'), D: count('D') };
	const missing = agreement.elements.filter((id) => id.startsWith('A')).length - counts.A;
	const maximumReachable = counts.D >= agreement.bandRule.maximumFromD;
	const answer = (band: Band, because: BandDecision['because'], decided = true) =>
		({ band, decided, because, counts, maximumReachable }) as const;
	if (missing > 1) return answer(1, 'several-a-missing', false);
	if (missing === 1) return answer(1, 'one-a-missing');
	if (flat.stoves) return answer(1, 'stoves');
	if (counts.B === 0) return answer(1, 'no-b', false);
	return counts.C >= agreement.bandRule.bandThreeFromC ? answer(3, 'three-c') : answer(2, 'all-a-some-b');
}
