import { isMember, type MarketColumns } from './market';

/** Not acceptable. */
export const NO_TIER = -1;

/** Where a dwelling's order comes from. */
const SIMPLE = 0;
const EXPLICIT = 1;
const SET_ASIDE = 2;
/** Set aside for one category and open to all behind it, as most are: from here on, the number of that category. */
const FOR_ONE = 3;

/**
 * Tells the tier, at a dwelling whose order is computed, of an application that has keys for it: the position in the
 * dwelling's set-asides of the first category the household belongs to, else their number; `NO_TIER` where it is not
 * acceptable, or where the order is explicit.
 */
export class Tiers {
	/** Tiers of the dwelling that has most. */
	readonly most: number;
	private readonly kind: Int32Array;
	/** Per category: the last application known to belong to it. */
	private readonly memberOf: Int32Array;
	private stamped = -1;

	constructor(private readonly market: MarketColumns) {
		const { setAsideStart } = market;
		this.memberOf = new Int32Array(market.categories.length).fill(-1);
		this.kind = new Int32Array(market.capacity.length);
		let most = 0;
		for (let dwelling = 0; dwelling < this.kind.length; dwelling++) {
			const aside = setAsideStart[dwelling + 1]! - setAsideStart[dwelling]!;
			this.kind[dwelling] = this.kindOf(dwelling, aside);
			most = Math.max(most, aside);
		}
		this.most = most + 1;
	}

	of(application: number, dwelling: number): number {
		const kind = this.kind[dwelling]!;
		if (kind === SIMPLE) return 0;
		if (kind >= FOR_ONE) return isMember(this.market, application, kind - FOR_ONE) ? 0 : 1;
		return kind === EXPLICIT ? NO_TIER : this.tierAside(application, dwelling);
	}

	/** @param aside for how many categories it is set aside */
	private kindOf(dwelling: number, aside: number): number {
		const { explicitOrder, exclusive, setAside, setAsideStart } = this.market;
		if (explicitOrder[dwelling]) return EXPLICIT;
		if (aside === 0) return SIMPLE;
		return aside > 1 || exclusive[dwelling] === 1 ? SET_ASIDE : FOR_ONE + setAside[setAsideStart[dwelling]!]!;
	}

	private tierAside(application: number, dwelling: number): number {
		const { setAsideStart, setAside, exclusive } = this.market;
		if (this.stamped !== application) this.stamp(application);
		const from = setAsideStart[dwelling]!;
		const to = setAsideStart[dwelling + 1]!;
		for (let i = from; i < to; i++) if (this.memberOf[setAside[i]!] === application) return i - from;
		return exclusive[dwelling] === 1 ? NO_TIER : to - from;
	}

	private stamp(application: number): void {
		const { membershipStart, memberships } = this.market;
		this.stamped = application;
		const end = membershipStart[application + 1]!;
		for (let i = membershipStart[application]!; i < end; i++) this.memberOf[memberships[i]!] = application;
	}
}
