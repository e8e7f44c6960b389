import { computeRound, type ComputedRound } from '../allocation/compute-round';
import { decidedBy } from '../allocation/explanations';
import type { Round } from '../allocation/round';
import type { Because, RoundResult } from '../allocation/round-result';

/** A published round, opened once and asked many times. */
export interface OpenedRound {
	readonly round: Round;
	readonly result: RoundResult;
	readonly computed: ComputedRound;
	readonly applicationNumber: ReadonlyMap<string, number>;
	readonly dwellingNumber: ReadonlyMap<string, number>;
	/** Pseudonym -> dwelling, of those who hold one. */
	readonly holds: ReadonlyMap<string, string>;
	/** Dwelling -> its worst-placed holder who is not signed, in the final result; absent when there is none. */
	readonly holder: ReadonlyMap<string, { readonly application: string; readonly place: number }>;
}

/** One wished dwelling, as its household sees it. */
export interface PlaceForDwelling {
	readonly dwelling: string;
	/** 1 = first; null when the household is not acceptable there. */
	readonly place: number | null;
	/** Households in the dwelling's order. */
	readonly of: number;
	readonly outcome: 'held' | 'not-reached' | 'less-wanted';
	/** For `not-reached` only: the dwelling's rule that decided, never who holds it or a trait of theirs. */
	readonly because: Because | null;
}

/** `gone`: withdrew, was excluded or left after the round. */
export type HouseholdPlaces = { readonly gone: boolean; readonly wishes: readonly PlaceForDwelling[] };

/** Works a round out again, once, so that each household can be answered quickly. */
export function openRound(round: Round, result: RoundResult): OpenedRound {
	const computed = computeRound(round);
	const holder = new Map<string, { application: string; place: number }>();
	for (const { application, dwelling, place, through } of result.assignments) {
		if (through === 'frozen' || place === null) continue;
		if (place > (holder.get(dwelling)?.place ?? 0)) holder.set(dwelling, { application, place });
	}
	return {
		round,
		result,
		computed,
		applicationNumber: new Map(computed.market.applications.map((id, number) => [id, number])),
		dwellingNumber: new Map(computed.market.dwellings.map((id, number) => [id, number])),
		holds: new Map(result.assignments.map(({ application, dwelling }) => [application, dwelling])),
		holder
	};
}

/** Where a household stands for each dwelling it asked for, most wanted first; null when it is not in the round. */
export function placesOf(opened: OpenedRound, pseudonym: string): HouseholdPlaces | null {
	const number = opened.applicationNumber.get(pseudonym);
	if (number === undefined) return null;
	const { market, orders } = opened.computed;
	const gone = market.active[number] === 0 || (opened.result.left?.includes(pseudonym) ?? false);
	const wishes: PlaceForDwelling[] = [];
	let reached = false;
	for (let edge = market.choiceStart[number]!; edge < market.choiceStart[number + 1]!; edge++) {
		const d = market.choices[edge]!;
		const dwelling = market.dwellings[d]!;
		const held = opened.holds.get(pseudonym) === dwelling;
		wishes.push({
			dwelling,
			place: orders.places[edge]! || null,
			of: orders.start[d + 1]! - orders.start[d]!,
			outcome: held ? 'held' : reached ? 'less-wanted' : 'not-reached',
			because: held || reached || gone ? null : reasonFor(opened, number, d, orders.places[edge]!)
		});
		reached ||= held;
	}
	return { gone, wishes };
}

function reasonFor(opened: OpenedRound, application: number, dwelling: number, place: number): Because {
	if (place === 0) return 'unacceptable';
	const { market } = opened.computed;
	const holder = opened.holder.get(market.dwellings[dwelling]!);
	if (!holder) return 'frozen';
	return decidedBy(market, dwelling, opened.applicationNumber.get(holder.application)!, application);
}
