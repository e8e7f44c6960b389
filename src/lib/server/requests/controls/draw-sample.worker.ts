import { drawSample, readPopulation, type Candidate } from '$lib/domain/controls/draw-sample';
import type { Shares } from '$lib/domain/controls/sampling-rules';

type Input = {
	/** The kept text of the population. */
	readonly population: string;
	readonly shares: Shares;
	readonly seed: string;
	readonly sample: string;
};

/** Draws a sample from its kept population. */
export async function run({ population, shares, ...draw }: Input): Promise<Candidate[]> {
	return drawSample(readPopulation(population), shares, draw);
}
