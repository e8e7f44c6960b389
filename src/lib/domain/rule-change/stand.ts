import { computeMarket, type ComputedRound } from '../allocation/compute-round';
import { orderLists } from '../allocation/list-order';
import type { Market } from '../allocation/market';
import type { Tickets } from '../allocation/tickets';
import type { RequirementId } from '../eligibility/requirement-result';
import { marketOfRequests } from '../rounds/market-of-requests';
import type { JudgedUnder, Standing } from './effects';

/** The round of a notice under one version of its rules. Households are numbered as in its market. */
export class Stand {
	readonly computed: ComputedRound;
	/** Per household: its place among all households of the notice, 1 is the first; 0 if it takes no part. */
	private readonly places: Int32Array;

	/**
	 * @param requestOf per household of the market: its request
	 * @param tickets per household, even if it chose no suitable home: places need them too
	 */
	constructor(
		private readonly judged: JudgedUnder,
		private readonly requestOf: readonly number[],
		tickets: Tickets
	) {
		const market = marketOfRequests(judged.round, tickets);
		this.computed = computeMarket(market);
		this.places = placesIn(market, judged, requestOf);
	}

	get households(): number {
		return this.places.length;
	}

	get eligible(): number {
		return this.places.reduce((sum, _, household) => sum + (this.isIn(household) ? 1 : 0), 0);
	}

	get housed(): number {
		return this.computed.outcome.dwelling.reduce((sum, home) => sum + (home < 0 ? 0 : 1), 0);
	}

	/** Whether it meets every requirement. A missing fact excludes no household. */
	isIn(household: number): boolean {
		return this.failed(household).length === 0;
	}

	/** 1 is the first; null if it takes no part. */
	place(household: number): number | null {
		return this.places[household]! || null;
	}

	/** The home it holds, as a number of the market, or -1. */
	home(household: number): number {
		return this.computed.outcome.dwelling[household]!;
	}

	standing(household: number): Standing {
		const { keys, keyStart } = this.judged.round.requests;
		return {
			failed: this.failed(household),
			points: keys[keyStart[this.requestOf[household]!]!]!,
			place: this.place(household),
			home: this.computed.market.dwellings[this.home(household)] ?? null
		};
	}

	private failed(household: number): readonly RequirementId[] {
		return this.judged.failures[this.judged.failed[this.requestOf[household]!]!]!;
	}
}

/** The places of all that take part, as if the notice had one list. */
function placesIn(market: Market, { round }: JudgedUnder, requestOf: readonly number[]): Int32Array {
	const { keyStart } = round.requests;
	const count = requestOf.length;
	const entryKeys = new Int32Array(count);
	requestOf.forEach((request, household) => (entryKeys[household] = keyStart[request]!));
	const [order = []] = orderLists({
		...market,
		listCount: 1,
		entryStart: Int32Array.from({ length: count + 1 }, (_, household) => household),
		entryList: new Int32Array(count),
		entryKeys,
		keyCount: Int32Array.of((keyStart[1] ?? 0) - keyStart[0]!)
	});
	const places = new Int32Array(count);
	order.forEach((household, at) => (places[household] = at + 1));
	return places;
}
