import { houseStates, type HouseState } from './house-state';
import { proofOf, stateOf, type Proof } from './state-of';
import type { DwellingHistory } from './milestone';

/** `synthetic`: invented for the demo. */
export type ProgrammeDwelling = {
	readonly code: string;
	readonly synthetic: boolean;
	readonly history: DwellingHistory;
	/** Said beside the number of the house: the street of a declared one. */
	readonly place?: string | null;
};

/** One of the houses of the emblem. `number` counts from 1; `code` is null for a house without a dwelling. */
export type House = {
	readonly number: number;
	readonly state: HouseState;
	readonly code: string | null;
	readonly place: string | null;
};

/** Houses drawn together, and how many stand in each state. */
export type HouseGroup = {
	readonly houses: readonly House[];
	readonly counts: Readonly<Record<HouseState, number>>;
};

export type HouseCount = {
	/** The dwellings of the register and of the sources. */
	readonly real: HouseGroup;
	/** The invented ones, drawn apart and never added; no house in a portal without a demo. */
	readonly demo: HouseGroup;
	/** Dwellings by what proves that they are restored, each once, whatever happened to them later. */
	readonly proofs: Readonly<Record<Proof, number>>;
	/** Declared dwellings that have a certificate here too. */
	readonly declaredAndCertified: number;
	readonly target: number;
};

/**
 * Draws the programme as `target` houses: real dwellings first, then the invented ones in a group of their own, then
 * houses that nobody has identified, which stand with the invented ones where there are any. Within a group the furthest
 * states come first, within a state the oldest fact, then the code. A dwelling that left the programme is drawn only if
 * it counts. Dwellings beyond the target are added, so there may be more houses.
 */
export function countHouses(dwellings: readonly ProgrammeDwelling[], target: number): HouseCount {
	const placed = dwellings.flatMap(placeOf).sort(byPlace);
	const real = placed.filter(({ synthetic }) => !synthetic);
	const demo = placed.filter(({ synthetic }) => synthetic);
	const missing = Array.from({ length: Math.max(0, target - placed.length) }, () => null);
	const proofs = { certified: 0, declared: 0, demo: 0 };
	for (const { proof } of placed) if (proof) proofs[proof] += 1;
	return {
		real: groupOf([...real, ...(demo.length > 0 ? [] : missing)], 1),
		demo: groupOf(demo.length > 0 ? [...demo, ...missing] : [], real.length + 1),
		proofs,
		declaredAndCertified: real.filter(({ both }) => both).length,
		target
	};
}

type Place = {
	readonly code: string;
	readonly place: string | null;
	readonly synthetic: boolean;
	readonly state: HouseState;
	readonly proof: Proof | null;
	readonly both: boolean;
	readonly since: string;
};

function groupOf(places: readonly (Place | null)[], first: number): HouseGroup {
	const houses = places.map((dwelling, index) => ({
		number: first + index,
		state: dwelling?.state ?? ('not_identified' as const),
		code: dwelling?.code ?? null,
		place: dwelling?.place ?? null
	}));
	const counts = Object.fromEntries(houseStates.map((state) => [state, 0])) as Record<HouseState, number>;
	for (const { state } of houses) counts[state] += 1;
	return { houses, counts };
}

function placeOf({ code, synthetic, history, place = null }: ProgrammeDwelling): Place[] {
	const state = stateOf(history);
	const proof = proofOf(history);
	const declared = history.milestones.some(({ event }) => event === 'declared');
	const about = { code, place, synthetic, proof, both: proof === 'certified' && declared, since: lastFact(history) };
	if (state !== 'withdrawn') return [{ ...about, state }];
	return proof ? [{ ...about, state: proof === 'declared' ? 'declared' : 'restored' }] : [];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byPlace(a: Place, b: Place): number {
	const states = houseStates.indexOf(a.state) - houseStates.indexOf(b.state);
	return states || compare(a.since, b.since) || compare(a.code, b.code);
}

/** The instant of the certificate or the declaration that gave a dwelling its state, or else of the last milestone. */
function lastFact({ milestones }: DwellingHistory): string {
	const at = (event: 'certified' | 'declared') => milestones.find((milestone) => milestone.event === event)?.at;
	const last = milestones.map((milestone) => milestone.at).toSorted();
	return at('certified') ?? at('declared') ?? last.at(-1) ?? '';
}
