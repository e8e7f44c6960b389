import type { HealthFacts } from '$lib/domain/accessibility/needs';
import { draw } from './popularity';
import type { AdequatePools } from './adequate-pools';
import type { Random } from './random';
import type { SimulationOwner } from './simulation-dwellings';

/** Most use every choice they have. */
const counts = [
	[1, 8],
	[2, 12],
	[3, 16],
	[4, 19],
	[5, 45]
] as const;

/** How many dwellings a household lists, at least one of each owner it applies to. */
export function choicesOf(
	random: Random,
	pools: Readonly<Record<SimulationOwner, AdequatePools>>,
	owners: readonly SimulationOwner[],
	persons: number,
	health: HealthFacts
): string[] {
	const count = Math.max(owners.length, random.weighted(counts));
	const first = owners.length === 1 ? count : random.integer(1, count - 1);
	const shares = owners.length === 1 ? [count] : [first, count - first];
	const chosen = owners.map((owner, index) => of(random, pools[owner], persons, shares[index]!, health));
	// A household that needs a barrier-free dwelling lists it before any other, whichever owner it has.
	const accessible = chosen.flatMap((choice) => choice.accessible);
	return [...accessible, ...random.shuffled(chosen.flatMap((choice) => choice.others))];
}

function of(random: Random, pools: AdequatePools, persons: number, count: number, health: HealthFacts) {
	const accessible = health.needs.wheelchairIndoors ? draw(random, pools.accessibleTo(persons), count) : [];
	const others = draw(random, pools.of(persons), count).filter((id) => !accessible.includes(id));
	return { accessible, others: others.slice(0, count - accessible.length) };
}
