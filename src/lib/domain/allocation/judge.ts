import { isMember, type MarketColumns } from './market';
import type { Outcome } from './outcome';

/**
 * Compares two households at a dwelling, straight from the round's data. This is the certificate's own reading of the
 * rules. It is separate from the sorting that the allocation uses.
 */
export class Judge {
	/** Per dwelling: free places. */
	readonly placesLeft: Float64Array;
	/**
	 * Per dwelling that is full: a first key below which no household stands before the worst holder, and one below
	 * which no household without a category does. Infinity excludes every key, -Infinity none. They are read for every
	 * wish, so they take half the memory of a key, rounded down.
	 */
	readonly leastKeyOutside: Float32Array;
	readonly leastKey: Float32Array;
	/**
	 * Per dwelling: its worst holder who is not frozen, or -1; the tier of that holder; where its keys begin, or -1;
	 * and its first key, -Infinity for none.
	 */
	private readonly worst: Int32Array;
	private readonly worstTier: Float64Array;
	private readonly worstKeys: Int32Array;
	private readonly worstFirstKey: Float64Array;
	/** Per edge of a dwelling with an explicit order: the household's position in it, -1 for none. */
	private readonly positions: Int32Array;
	/** Per category: how many of its households are housed. */
	private readonly housed: Float64Array;

	constructor(
		private readonly market: MarketColumns,
		private readonly outcome: Outcome
	) {
		const { setAsideStart, explicitOrder, capacity } = market;
		this.positions = new Int32Array(explicitOrder.some((order) => order) ? market.choices.length : 0).fill(-1);
		explicitOrder.forEach((order, dwelling) => order && this.note(order, dwelling));
		this.placesLeft = capacity.slice();
		this.worst = new Int32Array(capacity.length).fill(-1);
		this.worstTier = new Float64Array(capacity.length);
		this.worstKeys = new Int32Array(capacity.length).fill(-1);
		this.worstFirstKey = new Float64Array(capacity.length);
		this.leastKeyOutside = new Float32Array(capacity.length).fill(-Infinity);
		this.leastKey = this.leastKeyOutside.slice();
		this.housed = new Float64Array(market.categories.length);
		for (let application = 0; application < outcome.dwelling.length; application++) {
			if (outcome.dwelling[application]! >= 0) this.seat(application, outcome.dwelling[application]!);
		}
		for (let dwelling = 0; dwelling < capacity.length; dwelling++) {
			if (this.worst[dwelling]! < 0 || explicitOrder[dwelling] || this.placesLeft[dwelling]! > 0) continue;
			const least = roundedDown(this.worstFirstKey[dwelling]!);
			// A holder that belongs to a category of the set-aside stands before every household that belongs to none.
			this.leastKeyOutside[dwelling] = this.worstTier[dwelling]! < Infinity ? Infinity : least;
			const from = setAsideStart[dwelling]!;
			const first = this.worstTier[dwelling] === from || from === setAsideStart[dwelling + 1];
			if (first) this.leastKey[dwelling] = least;
		}
	}

	private note(order: Int32Array, dwelling: number): void {
		for (let position = 0; position < order.length; position++) {
			const edge = this.edge(order[position]!, dwelling);
			if (edge >= 0) this.positions[edge] = position;
		}
	}

	private edge(application: number, dwelling: number): number {
		const { choiceStart, choices } = this.market;
		for (let i = choiceStart[application]!; i < choiceStart[application + 1]!; i++)
			if (choices[i] === dwelling) return i;
		return -1;
	}

	/** The position in an explicit order; Infinity for a household that is not in it. */
	private position(application: number, dwelling: number): number {
		const edge = this.edge(application, dwelling);
		const position = edge < 0 ? this.market.explicitOrder[dwelling]!.indexOf(application) : this.positions[edge]!;
		return position < 0 ? Infinity : position;
	}

	private seat(holder: number, dwelling: number): void {
		const { membershipStart, memberships, frozenAt, listOf, keyCount, keys } = this.market;
		this.placesLeft[dwelling]!--;
		for (let i = membershipStart[holder]!; i < membershipStart[holder + 1]!; i++) this.housed[memberships[i]!]!++;
		if (frozenAt[holder]! >= 0) return;
		const worst = this.worst[dwelling]!;
		if (worst >= 0 && !this.isBetter(worst, holder, dwelling)) return;
		const at = this.keysAt(holder, dwelling);
		this.worst[dwelling] = holder;
		this.worstTier[dwelling] = this.tier(holder, dwelling);
		this.worstKeys[dwelling] = at;
		this.worstFirstKey[dwelling] = at < 0 || keyCount[listOf[dwelling]!] === 0 ? -Infinity : keys[at]!;
	}

	/** Whether the household would stand before a holder who is not frozen. */
	rightlyEnvies(application: number, dwelling: number): boolean {
		const worst = this.worst[dwelling]!;
		if (worst < 0) return false;
		if (this.market.explicitOrder[dwelling]) return this.isBetter(application, worst, dwelling);
		const tier = this.tier(application, dwelling);
		if (tier !== this.worstTier[dwelling]) return tier < this.worstTier[dwelling]!;
		return this.isBetterByKeys(
			application,
			this.keysAt(application, dwelling),
			worst,
			this.worstKeys[dwelling]!,
			dwelling
		);
	}

	accepts(application: number, dwelling: number): boolean {
		if (this.market.explicitOrder[dwelling]) return this.position(application, dwelling) < Infinity;
		if (this.keysAt(application, dwelling) < 0) return false;
		return this.market.exclusive[dwelling] === 0 || this.tier(application, dwelling) !== Infinity;
	}

	private isBetter(a: number, b: number, dwelling: number): boolean {
		if (this.market.explicitOrder[dwelling]) return this.position(a, dwelling) < this.position(b, dwelling);
		const tierA = this.tier(a, dwelling);
		const tierB = this.tier(b, dwelling);
		if (tierA !== tierB) return tierA < tierB;
		return this.isBetterByKeys(a, this.keysAt(a, dwelling), b, this.keysAt(b, dwelling), dwelling);
	}

	/**
	 * Whether household a, whose keys begin at x, stands before household b, whose keys begin at y; -1 means no keys.
	 */
	private isBetterByKeys(a: number, x: number, b: number, y: number, dwelling: number): boolean {
		const { keys, keyCount, listOf, ticketHigh, ticketLow } = this.market;
		if (x < 0 || y < 0) return y < 0 && x >= 0;
		for (let i = 0; i < keyCount[listOf[dwelling]!]!; i++) {
			if (keys[x + i] !== keys[y + i]) return keys[x + i]! > keys[y + i]!;
		}
		if (ticketHigh[a] !== ticketHigh[b]) return ticketHigh[a]! < ticketHigh[b]!;
		if (ticketLow[a] !== ticketLow[b]) return ticketLow[a]! < ticketLow[b]!;
		return a < b;
	}

	private keysAt(application: number, dwelling: number): number {
		const { entryStart, entryList, entryKeys, listOf } = this.market;
		const list = listOf[dwelling]!;
		for (let i = entryStart[application]!; i < entryStart[application + 1]!; i++) {
			if (entryList[i] === list) return entryKeys[i]!;
		}
		return -1;
	}

	private tier(application: number, dwelling: number): number {
		const { setAsideStart, setAside, membershipStart } = this.market;
		if (membershipStart[application] === membershipStart[application + 1]) return Infinity;
		for (let i = setAsideStart[dwelling]!; i < setAsideStart[dwelling + 1]!; i++) {
			if (isMember(this.market, application, setAside[i]!)) return i;
		}
		return Infinity;
	}

	/**
	 * Whether a quota explains that the worst holder has the dwelling: a guarantee for other households housed it, or a
	 * ceiling stops this household.
	 */
	quotaExplainsHolder(application: number, dwelling: number): boolean {
		const worst = this.worst[dwelling]!;
		const guaranteed = this.market.quotas.some(
			({ kind, category }) =>
				kind === 'guarantee' && isMember(this.market, worst, category) && !isMember(this.market, application, category)
		);
		return (guaranteed && this.outcome.guaranteed[worst] === 1) || this.quotaExplainsEmpty(application);
	}

	/** Whether a category of the household has reached its ceiling. */
	quotaExplainsEmpty(application: number): boolean {
		return this.market.quotas.some(
			({ kind, category, places }) =>
				kind === 'ceiling' && this.housed[category]! >= places && isMember(this.market, application, category)
		);
	}
}

/** The largest 32-bit number that is not above the key. */
function roundedDown(key: number): number {
	const near = Math.fround(key);
	return near > key ? Math.fround(key - Math.abs(key) * 2 ** -23) : near;
}
