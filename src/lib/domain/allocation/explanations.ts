import { entryFor, isMember, type MarketColumns } from './market';
import type { Orders } from './orders';
import type { Outcome } from './outcome';
import type { Because, Explanation } from './round-result';

/**
 * Why each household did not get the dwellings it prefers to its result, compared with the worst-placed holder who is
 * not frozen. It names the rule of the dwelling that decided, never the holder or anything about the holder.
 * @returns sorted by application, then in the household's own order of choice
 */
export function* explain(market: MarketColumns, orders: Orders, outcome: Outcome): Generator<Explanation> {
	const worst = worstPlaces(market, orders, outcome);
	for (let application = 0; application < market.active.length; application++) {
		if (market.active[application] === 0 || market.frozenAt[application]! >= 0) continue;
		if (outcome.left[application] === 1) continue;
		const held = outcome.edge[application]!;
		const end = held < 0 ? market.choiceStart[application + 1]! : held;
		for (let edge = market.choiceStart[application]!; edge < end; edge++) {
			const dwelling = market.choices[edge]!;
			const holderPlace = worst[dwelling]!;
			yield {
				application: market.applications.at(application)!,
				dwelling: market.dwellings.at(dwelling)!,
				place: orders.places[edge]! || null,
				holderPlace: holderPlace || null,
				because: reason(market, orders, outcome, { application, dwelling, place: orders.places[edge]!, holderPlace })
			};
		}
	}
}

interface Wish {
	readonly application: number;
	readonly dwelling: number;
	readonly place: number;
	readonly holderPlace: number;
}

function reason(market: MarketColumns, orders: Orders, outcome: Outcome, wish: Wish): Because {
	const { application, dwelling, place, holderPlace } = wish;
	if (place === 0) return 'unacceptable';
	// Only a quota can leave a place free that a household wants more, or give it to a household further down.
	if (market.quotas.length > 0 && (outcome.free[dwelling]! > 0 || holderPlace > place)) return 'quota';
	if (holderPlace === 0) return 'frozen';
	const holder = orders.applications[orders.start[dwelling]! + holderPlace - 1]!;
	return decidedBy(market, dwelling, holder, application);
}

/** The first rule of the dwelling's order that distinguishes two acceptable households. */
export function decidedBy(market: MarketColumns, dwelling: number, a: number, b: number): Because {
	if (market.explicitOrder[dwelling] !== null) return 'order';
	if (tierAt(market, dwelling, a) !== tierAt(market, dwelling, b)) return 'setAside';
	const list = market.listOf[dwelling]!;
	const x = market.entryKeys[entryFor(market, a, list)]!;
	const y = market.entryKeys[entryFor(market, b, list)]!;
	for (let i = 0; i < market.keyCount[list]!; i++) {
		if (market.keys[x + i] !== market.keys[y + i]) return `key[${i}]`;
	}
	const sameTicket = market.ticketHigh[a] === market.ticketHigh[b] && market.ticketLow[a] === market.ticketLow[b];
	return sameTicket ? 'id' : 'ticket';
}

/**
 * The position, in the dwelling's set-asides, of the first category the household belongs to; their number if it
 * belongs to none.
 */
export function tierAt(market: MarketColumns, dwelling: number, application: number): number {
	const from = market.setAsideStart[dwelling]!;
	const to = market.setAsideStart[dwelling + 1]!;
	for (let i = from; i < to; i++) if (isMember(market, application, market.setAside[i]!)) return i - from;
	return to - from;
}

/** Per dwelling: the place of its worst-placed holder who is not frozen, 0 if none. */
function worstPlaces(market: MarketColumns, orders: Orders, outcome: Outcome): Int32Array {
	const worst = new Int32Array(market.capacity.length);
	outcome.edge.forEach((edge, application) => {
		if (edge < 0 || market.frozenAt[application]! >= 0) return;
		const dwelling = market.choices[edge]!;
		worst[dwelling] = Math.max(worst[dwelling]!, orders.places[edge]!);
	});
	return worst;
}
