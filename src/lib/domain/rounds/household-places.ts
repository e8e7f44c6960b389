import { computeRound, type ComputedRound } from '../allocation/compute-round';
import { decidedBy } from '../allocation/explanations';
import type { Round } from '../allocation/round';
import type { Because, RoundResult } from '../allocation/round-result';
import { withoutOrders } from './without-orders';

/** A published round, computed once and asked many times. */
export interface OpenedRound {
	readonly round: Round;
	readonly result: RoundResult;
	readonly computed: ComputedRound;
	/** The same without the orders that were written for holders: under the notice's own rules. */
	readonly plain: ComputedRound;
	readonly applicationNumber: ReadonlyMap<string, number>;
	readonly dwellingNumber: ReadonlyMap<string, number>;
	/** Pseudonym -> dwelling, for households that hold one. */
	readonly holds: ReadonlyMap<string, string>;
	/** Dwelling -> its worst-placed holder who has not signed, in the final result; absent when there is none. */
	readonly holder: ReadonlyMap<string, { readonly application: string; readonly place: number }>;
}

/** `kept`: the household waits after a refusal, and the holder had the dwelling before. */
export type WhyNot = Because | 'kept';

/** One dwelling that a household chose, as the household sees it. */
export interface PlaceForDwelling {
	readonly dwelling: string;
	/** 1 = first; null when the household is not acceptable there. */
	readonly place: number | null;
	/** How many households are in the dwelling's order. */
	readonly of: number;
	readonly outcome: 'held' | 'not-reached' | 'less-wanted';
	/** For `not-reached` only: the rule of the dwelling that decided, never the holder or anything about the holder. */
	readonly holderPlace: number | null;
	/** For `not-reached` only: the dwelling's rule that decided, never who holds it or a trait of theirs. */
	readonly because: WhyNot | null;
}

/** `gone`: it withdrew, was excluded, or left after the round. */
export type HouseholdPlaces = { readonly gone: boolean; readonly wishes: readonly PlaceForDwelling[] };

/** Computes a round once, so that each household can be answered quickly. */
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
		plain: round.dwellings.some(({ order }) => order) ? computeRound(withoutOrders(round)) : computed,
		applicationNumber: new Map(computed.market.applications.map((id, number) => [id, number])),
		dwellingNumber: new Map(computed.market.dwellings.map((id, number) => [id, number])),
		holds: new Map(result.assignments.map(({ application, dwelling }) => [application, dwelling])),
		holder
	};
}

/** The places of a household at each dwelling that it chose, most wanted first. Null when it is not in the round. */
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
		const reason = held || reached || gone ? null : reasonFor(opened, number, d, orders.places[edge]!);
		wishes.push({
			dwelling,
			place: orders.places[edge]! || null,
			of: orders.start[d + 1]! - orders.start[d]!,
			outcome: held ? 'held' : reached ? 'less-wanted' : 'not-reached',
			holderPlace: reason ? (opened.holder.get(dwelling)?.place ?? null) : null,
			because: reason
		});
		reached ||= held;
	}
	return { gone, wishes };
}

function reasonFor(opened: OpenedRound, application: number, dwelling: number, place: number): WhyNot {
	if (place === 0) return 'unacceptable';
	const { market, orders } = opened.plain;
	const holder = opened.holder.get(market.dwellings[dwelling]!);
	if (!holder) return 'frozen';
	const holderNumber = opened.applicationNumber.get(holder.application)!;
	const order = orders.applications.subarray(orders.start[dwelling], orders.start[dwelling + 1]);
	if (order.indexOf(application) < order.indexOf(holderNumber)) return 'kept';
	return decidedBy(market, dwelling, holderNumber, application);
}
