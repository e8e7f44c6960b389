import type { Round } from '../allocation/round';

/** The round under the notice's own rules, without the orders that a version wrote so that holders keep their homes. */
export function withoutOrders(round: Round): Round {
	return { ...round, dwellings: round.dwellings.map(({ order: _order, ...dwelling }) => dwelling) };
}
