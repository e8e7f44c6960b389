import type { Round, RoundApplication, RoundDwelling } from '../../src/lib/domain/allocation/round';
import { compare, drawTickets, orderOf, type Comparison } from '../../src/lib/domain/allocation/reference/orders';

/** The order of a dwelling, also of one that is not in the round, by the plain version. Ids, best first. */
export function plainOrder(round: Round, dwelling: RoundDwelling): string[] {
	const choosers = round.applications.filter(({ choices }) => choices.includes(dwelling.id));
	return orderOf(dwelling, choosers, drawTickets(round));
}

/** What decides between two acceptable households at a dwelling, by the plain version. */
export function reasonBetween(
	round: Round,
	dwelling: RoundDwelling,
	a: RoundApplication,
	b: RoundApplication
): Comparison {
	return compare(dwelling, a, b, drawTickets(round));
}
