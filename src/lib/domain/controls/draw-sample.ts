import { drawTickets } from '../allocation/tickets';
import { strata, type Shares, type Stratum } from './sampling-rules';

/** A request that can be drawn, by its code, and its group. */
export type Candidate = { readonly pseudonym: string; readonly stratum: Stratum };

/** How many are drawn from a group: the share, rounded up, so that a group with a share is never left out. */
export const sizeOf = (count: number, percent: number): number => Math.ceil((count * percent) / 100);

/** How many requests each group has. */
export function countStrata(candidates: readonly Candidate[]): Readonly<Record<Stratum, number>> {
	const counts = { ordinary: 0, raised: 0, high: 0 };
	for (const { stratum } of candidates) counts[stratum] += 1;
	return counts;
}

/**
 * Draws a sample: in each group those with the smallest tickets, where a ticket is that of the public draw (`drawTickets`) for this
 * seed, this sample and the code of the request. The same population, shares, seed and sample give the same requests, in any
 * order of the population.
 * @param seed the public number, lower-case hexadecimal
 */
export function drawSample(
	candidates: readonly Candidate[],
	shares: Shares,
	{ seed, sample }: { readonly seed: string; readonly sample: string }
): Candidate[] {
	return strata.flatMap((stratum) => {
		const group = candidates.filter((one) => one.stratum === stratum);
		const pseudonyms = group.map(({ pseudonym }) => pseudonym).toSorted();
		const { high, low } = drawTickets(seed, sample, pseudonyms);
		const order = pseudonyms.map((_, at) => at).toSorted((a, b) => high[a]! - high[b]! || low[a]! - low[b]! || a - b);
		const drawn = order.slice(0, sizeOf(group.length, shares[stratum]));
		return drawn.map((at): Candidate => ({ pseudonym: pseudonyms[at]!, stratum }));
	});
}

/** A population as it is kept and hashed: a line a request, by code. */
export const populationLines = (candidates: readonly Candidate[]): string[] =>
	candidates.map(({ pseudonym, stratum }) => `${pseudonym} ${stratum}\n`).toSorted();

/** The population of a kept text. */
export function readPopulation(text: string): Candidate[] {
	return text.split('\n').flatMap((line): Candidate[] => {
		const [pseudonym, word] = line.split(' ');
		const stratum = strata.find((one) => one === word);
		return pseudonym && stratum ? [{ pseudonym, stratum }] : [];
	});
}
