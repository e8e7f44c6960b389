import { buildMarket } from '../allocation/build-market';
import { orderLists } from '../allocation/list-order';
import type { Market } from '../allocation/market';

export interface RankableApplication {
	readonly id: string;
	/** From `roundKeys`. All applications of a list have the same number of keys. */
	readonly keys: readonly number[];
}

/** The public draw of a notice, from which all tickets come. */
export interface PublicDraw {
	readonly notice: string;
	/** Lower-case hexadecimal pairs. */
	readonly beacon: string;
}

export interface RankedApplication {
	readonly id: string;
	/** 1 = first. Before the draw, applications with equal keys share the best place among them. */
	readonly place: number;
	/** How many applications share that place; 1 once the draw is known. */
	readonly sharedBy: number;
	/** The reason why it stands behind the application before it: a key (0 is the points), the draw, or nothing yet. */
	readonly behindBy: `key[${number}]` | 'ticket' | 'id' | null;
}

/**
 * The order of one list: keys descending from left to right, then the public draw. It is computed whenever it is shown,
 * and never stored.
 * @param draw null while the draw is not known: equal keys then share a place
 */
export function rankApplications(
	applications: readonly RankableApplication[],
	draw: PublicDraw | null
): RankedApplication[] {
	const none = { high: new Uint32Array(applications.length), low: new Uint32Array(applications.length) };
	const market = buildMarket(
		{
			format: 'round/1',
			notice: draw?.notice ?? '-',
			beacon: draw?.beacon ?? '00',
			dwellings: [],
			applications: applications.map(({ id, keys }) => ({ id, choices: [], keys: { list: keys } }))
		},
		draw ? undefined : none
	);
	const order = orderLists(market)[0] ?? new Int32Array();
	const ranked: RankedApplication[] = [];
	for (let start = 0; start < order.length;) {
		let end = start + 1;
		while (draw === null && end < order.length && firstDifference(market, order[start]!, order[end]!) === 'id') end++;
		for (let i = start; i < end; i++) {
			const id = market.applications[order[i]!]!;
			const behindBy = i > start || i === 0 ? null : firstDifference(market, order[i - 1]!, order[i]!);
			ranked.push({ id, place: start + 1, sharedBy: end - start, behindBy });
		}
		start = end;
	}
	return ranked;
}

function firstDifference(market: Market, a: number, b: number): Exclude<RankedApplication['behindBy'], null> {
	const [x, y] = [market.entryKeys[a]!, market.entryKeys[b]!];
	for (let i = 0; i < market.keyCount[0]!; i++) if (market.keys[x + i] !== market.keys[y + i]) return `key[${i}]`;
	const sameTicket = market.ticketHigh[a] === market.ticketHigh[b] && market.ticketLow[a] === market.ticketLow[b];
	return sameTicket ? 'id' : 'ticket';
}
