import { computeRound, type ComputedRound } from '../allocation/compute-round';
import type { Round, RoundDwelling } from '../allocation/round';

/**
 * Puts the holder of a dwelling first in its order if a household with a better place would otherwise take the
 * dwelling. Only a household that refused a dwelling and waits can do that: it displaces no other, but keeps its place
 * for the day when that dwelling becomes free. Deferred acceptance then leaves every household with what it holds or
 * with something it prefers. A round without such a household is returned unchanged.
 * @param round without explicit orders
 * @param held pseudonym -> dwelling, of the version before
 */
export function keepHolders(round: Round, held: ReadonlyMap<string, string>): Round {
	const computed = computeRound(round);
	const frozen = new Set(round.applications.filter((one) => one.frozen !== undefined).map(({ id }) => id));
	const wants = wishesAbove(round, held);
	const number = new Map(computed.market.dwellings.map((id, index) => [id, index]));
	const dwellings = round.dwellings.map((dwelling): RoundDwelling => {
		const order = orderOf(computed, number.get(dwelling.id)!);
		const holders = order.filter((id) => held.get(id) === dwelling.id && !frozen.has(id));
		const lastHolder = holders.at(-1);
		if (lastHolder === undefined) return dwelling;
		const before = order.slice(0, order.indexOf(lastHolder));
		if (!before.some((id) => wants(id, dwelling.id))) return dwelling;
		const first = new Set(holders);
		return { ...dwelling, order: [...holders, ...order.filter((id) => !first.has(id))] };
	});
	return { ...round, dwellings };
}

function orderOf({ market, orders }: ComputedRound, dwelling: number): string[] {
	const applications = orders.applications.slice(orders.start[dwelling], orders.start[dwelling + 1]);
	return Array.from(applications, (application) => market.applications[application]!);
}

/** Whether a household that can still move prefers a dwelling to what it holds. */
function wishesAbove({ applications }: Round, held: ReadonlyMap<string, string>) {
	const rows = new Map(applications.map((application) => [application.id, application]));
	return (id: string, dwelling: string): boolean => {
		const { choices, frozen } = rows.get(id)!;
		if (frozen !== undefined) return false;
		const wish = choices.indexOf(dwelling);
		const now = held.has(id) ? choices.indexOf(held.get(id)!) : -1;
		return wish >= 0 && (now < 0 || wish < now);
	};
}
