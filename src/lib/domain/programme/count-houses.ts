import { houseStates, type HouseState } from './house-state';
import { stateOf } from './state-of';
import type { DwellingHistory, MilestoneEvent } from './milestone';

export type ProgrammeDwelling = { readonly code: string; readonly history: DwellingHistory };

/** One of the houses of the emblem. `number` counts from 1; `code` is null for a house without a dwelling. */
export type House = { readonly number: number; readonly state: HouseState; readonly code: string | null };

export type HouseCount = {
	readonly houses: readonly House[];
	readonly counts: Readonly<Record<HouseState, number>>;
	/**
	 * Dwellings with certified works that were not withdrawn, whatever happened to them later. This figure is compared
	 * with `target`.
	 */
	readonly restored: number;
	readonly offered: number;
	readonly keysDelivered: number;
	readonly target: number;
};

/**
 * Draws the programme as `target` houses: the furthest states first, within a state the oldest fact first, then by
 * code. Withdrawn dwellings are left out. Dwellings beyond the target are added at the end, so there may be more
 * houses.
 */
export function countHouses(dwellings: readonly ProgrammeDwelling[], target: number): HouseCount {
	const placed = dwellings.flatMap(placeOf).sort(byPlace);
	const missing = Array.from({ length: Math.max(0, target - placed.length) }, () => null);
	const houses: readonly House[] = [...placed, ...missing].map((dwelling, index) => ({
		number: index + 1,
		state: dwelling?.state ?? 'not_identified',
		code: dwelling?.code ?? null
	}));
	const counts = Object.fromEntries(houseStates.map((state) => [state, 0])) as Record<HouseState, number>;
	for (const house of houses) counts[house.state] += 1;
	return {
		houses,
		counts,
		restored: counts.restored + counts.offered + counts.keys_delivered,
		offered: counts.offered,
		keysDelivered: counts.keys_delivered,
		target
	};
}

type Place = { readonly code: string; readonly state: HouseState; readonly since: string };

function placeOf({ code, history }: ProgrammeDwelling): Place[] {
	const state = stateOf(history);
	return state === 'withdrawn' ? [] : [{ code, state, since: lastFact(history) }];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byPlace(a: Place, b: Place): number {
	const states = houseStates.indexOf(a.state) - houseStates.indexOf(b.state);
	return states || compare(a.since, b.since) || compare(a.code, b.code);
}

/** The instant of the milestone that gave a certified dwelling its state, or of the last one before. */
function lastFact({ milestones }: DwellingHistory): string {
	const at = (event: MilestoneEvent) => milestones.find((milestone) => milestone.event === event)?.at;
	return (
		at('certified') ??
		milestones
			.map((milestone) => milestone.at)
			.sort()
			.at(-1) ??
		''
	);
}
