import { isMember, type Market } from './market';
import type { Outcome } from './outcome';
import type { Certificate } from './round-result';

/**
 * Counts, from the outcome alone, what an unfair or careless allocation would contain. It knows the round and who holds
 * what, and nothing of orders, packed keys or how the outcome was found: every pair of households is compared afresh.
 * With quotas by count, pairs that a quota passed over are no fault and are not counted as one.
 */
export function certify(market: Market, outcome: Outcome): Certificate {
	const judge = new Judge(market, outcome);
	let [blockingPairs, wasted, checked] = [0, 0, 0];
	for (let application = 0; application < market.applications.length; application++) {
		if (market.active[application] !== 1 || outcome.left[application] === 1) continue;
		if (market.frozenAt[application]! >= 0) continue;
		const result = outcome.dwelling[application]!;
		const end = market.choiceStart[application + 1]!;
		for (let i = market.choiceStart[application]!; i < end && market.choices[i] !== result; i++) {
			const dwelling = market.choices[i]!;
			checked++;
			const envied = judge.rightlyEnvies(application, dwelling);
			const free = judge.placesLeft[dwelling]! > 0;
			if ((!envied && !free) || !judge.accepts(application, dwelling)) continue;
			if (envied && !judge.quotaExplainsHolder(application, dwelling)) blockingPairs++;
			if (free && !judge.quotaExplainsEmpty(application)) wasted++;
		}
	}
	return { blockingPairs, wasted, checked };
}

class Judge {
	readonly placesLeft: Float64Array;
	/** Per dwelling: its worst holder who is not frozen, or -1. */
	private readonly worst: Int32Array;
	private readonly positions: readonly (Map<number, number> | null)[];
	private readonly housed: Float64Array;

	constructor(
		private readonly market: Market,
		private readonly outcome: Outcome
	) {
		this.positions = market.explicitOrder.map(
			(order) => order && new Map(Array.from(order, (application, i) => [application, i]))
		);
		this.placesLeft = market.capacity.slice();
		this.worst = new Int32Array(market.dwellings.length).fill(-1);
		this.housed = new Float64Array(market.categories.length);
		outcome.dwelling.forEach((dwelling, application) => {
			if (dwelling >= 0) this.seat(application, dwelling);
		});
	}

	private seat(holder: number, dwelling: number): void {
		const { membershipStart, memberships, frozenAt } = this.market;
		this.placesLeft[dwelling]!--;
		for (let i = membershipStart[holder]!; i < membershipStart[holder + 1]!; i++) this.housed[memberships[i]!]!++;
		if (frozenAt[holder]! >= 0) return;
		const worst = this.worst[dwelling]!;
		if (worst < 0 || this.isBetter(worst, holder, dwelling)) this.worst[dwelling] = holder;
	}

	/** Whether the household stands before a holder who is not frozen. */
	rightlyEnvies(application: number, dwelling: number): boolean {
		const worst = this.worst[dwelling]!;
		return worst >= 0 && this.isBetter(application, worst, dwelling);
	}

	accepts(application: number, dwelling: number): boolean {
		const positions = this.positions[dwelling];
		if (positions) return positions.has(application);
		if (this.keysAt(application, dwelling) < 0) return false;
		return this.market.exclusive[dwelling] === 0 || this.tier(application, dwelling) !== Infinity;
	}

	private isBetter(a: number, b: number, dwelling: number): boolean {
		const { market } = this;
		const positions = this.positions[dwelling];
		if (positions) return (positions.get(a) ?? Infinity) < (positions.get(b) ?? Infinity);
		if (market.setAsideStart[dwelling] !== market.setAsideStart[dwelling + 1]) {
			const tiers = [this.tier(a, dwelling), this.tier(b, dwelling)] as const;
			if (tiers[0] !== tiers[1]) return tiers[0] < tiers[1];
		}
		const [x, y] = [this.keysAt(a, dwelling), this.keysAt(b, dwelling)];
		if (x < 0 || y < 0) return y < 0 && x >= 0;
		for (let i = 0; i < market.keyCount[market.listOf[dwelling]!]!; i++) {
			if (market.keys[x + i] !== market.keys[y + i]) return market.keys[x + i]! > market.keys[y + i]!;
		}
		if (market.ticketHigh[a] !== market.ticketHigh[b]) return market.ticketHigh[a]! < market.ticketHigh[b]!;
		if (market.ticketLow[a] !== market.ticketLow[b]) return market.ticketLow[a]! < market.ticketLow[b]!;
		return a < b;
	}

	private keysAt(application: number, dwelling: number): number {
		const { entryStart, entryList, entryKeys, listOf } = this.market;
		for (let i = entryStart[application]!; i < entryStart[application + 1]!; i++) {
			if (entryList[i] === listOf[dwelling]) return entryKeys[i]!;
		}
		return -1;
	}

	private tier(application: number, dwelling: number): number {
		const { setAsideStart, setAside } = this.market;
		for (let i = setAsideStart[dwelling]!; i < setAsideStart[dwelling + 1]!; i++) {
			if (isMember(this.market, application, setAside[i]!)) return i;
		}
		return Infinity;
	}

	/** The holder was housed in the walk of a guarantee that is not for this household, or this one is capped. */
	quotaExplainsHolder(application: number, dwelling: number): boolean {
		const worst = this.worst[dwelling]!;
		const foreignGuarantee = this.market.quotas.some(
			({ kind, category }) =>
				kind === 'guarantee' && isMember(this.market, worst, category) && !isMember(this.market, application, category)
		);
		return (foreignGuarantee && this.outcome.guaranteed[worst] === 1) || this.quotaExplainsEmpty(application);
	}

	quotaExplainsEmpty(application: number): boolean {
		return this.market.quotas.some(
			({ kind, category, places }) =>
				kind === 'ceiling' && this.housed[category]! >= places && isMember(this.market, application, category)
		);
	}
}
