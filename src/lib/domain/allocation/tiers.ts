import { isMember, type MarketColumns } from './market';

/** The household may not hold the dwelling. */
export const NO_TIER = -1;

/** Where a dwelling's order comes from. */
const SIMPLE = 0;
const EXPLICIT = 1;
const SET_ASIDE = 2;
/**
 * Set aside for one category, then open to everybody, as most set-asides are. This number and those above it stand for
 * the category: FOR_ONE + its number.
 */
const FOR_ONE = 3;

/**
 * The tier of an application that has keys for a dwelling whose order is computed: the position, in the dwelling's
 * set-asides, of the first category the household belongs to, else the number of set-asides. `NO_TIER` if the household
 * may not hold the dwelling, or if its order is explicit.
 */
export class Tiers {
	/** The number of tiers of the dwelling with the most tiers. */
	readonly most: number;
	private readonly kind: Int32Array;
	/** Per category: the last application that was found to belong to it. */
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

	/** @param aside how many categories it is set aside for */
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
