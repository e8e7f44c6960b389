import { columnsOf } from './columns-of-round';
import type { Market } from './market';
import { marketOf } from './market-of-columns';
import type { Names } from './names';
import type { Round } from './round';
import type { Tickets } from './tickets';

/**
 * Turns a valid round (see `checkRound`) into columns.
 * @param tickets the tickets in byte order of the ids, when they are already known; otherwise they are computed
 * @throws when an id is unknown, which `checkRound` reports with its place
 */
export function buildMarket(round: Round, tickets?: Tickets): Market {
	const market = marketOf(columnsOf(round), tickets);
	return {
		...market,
		applications: textsOf(market.applications),
		dwellings: textsOf(market.dwellings),
		categories: textsOf(market.categories),
		lists: textsOf(market.lists)
	};
}

function textsOf(names: Names): string[] {
	return Array.from({ length: names.length }, (_, number) => names.at(number)!);
}
