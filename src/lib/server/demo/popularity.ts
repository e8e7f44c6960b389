import type { Random } from './random';

/** Ids to draw from, some wanted far more than others. */
export type Pool = { readonly ids: readonly string[]; readonly upTo: readonly number[] };

/** How fast interest falls from the most wanted dwelling to the next, close to the range in a real city. */
const SKEW = 0.75;

/** A pool whose first ids are the most wanted: the n-th is wanted as 1 / n^0.75. */
export function byPopularity(ids: readonly string[]): Pool {
	let sum = 0;
	return { ids, upTo: ids.map((_, index) => (sum += 1 / (index + 1) ** SKEW)) };
}

/** Up to `count` different ids; a more wanted id is more likely. */
export function draw(random: Random, pool: Pool, count: number): string[] {
	const wanted = Math.min(count, pool.ids.length);
	const chosen = new Set<string>();
	// After a while only unpopular ones are left: then the rest comes in order.
	for (let tries = 0; chosen.size < wanted && tries < 60; tries++) chosen.add(drawOne(random, pool));
	for (const id of pool.ids) if (chosen.size < wanted) chosen.add(id);
	return [...chosen];
}

function drawOne(random: Random, { ids, upTo }: Pool): string {
	const at = random.fraction() * upTo.at(-1)!;
	let [low, high] = [0, ids.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (upTo[middle]! > at) high = middle;
		else low = middle + 1;
	}
	return ids[low]!;
}
