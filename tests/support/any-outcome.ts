import { buildMarket } from '../../src/lib/domain/allocation/build-market';
import { seatFrozen } from '../../src/lib/domain/allocation/outcome';
import type { Round, RoundApplication } from '../../src/lib/domain/allocation/round';
import { ordersOf } from './allocation-facts';

/**
 * Any outcome, fair or not. Each household in turn holds the first of its choices, from a drawn one on, that has a
 * place.
 */
export function anyOutcome(round: Round, draws: readonly number[]) {
	const market = buildMarket(round);
	const outcome = seatFrozen(market);
	const orders = ordersOf(round);
	const draw = (application: number) => draws[application % draws.length] ?? 0;
	market.applications.forEach((id, application) => {
		if (market.active[application] === 0 || market.frozenAt[application]! >= 0) return;
		outcome.guaranteed[application] = round.quotas?.length ? draw(application) % 2 : 0;
		for (let edge = market.choiceStart[application]! + draw(application); ; edge++) {
			if (edge >= market.choiceStart[application + 1]!) return;
			const dwelling = market.choices[edge]!;
			if (outcome.free[dwelling]! < 1 || !orders.get(market.dwellings[dwelling]!)?.includes(id)) continue;
			outcome.free[dwelling]!--;
			outcome.dwelling[application] = dwelling;
			outcome.edge[application] = edge;
			return;
		}
	});
	const held = new Map<string, string>();
	outcome.dwelling.forEach((d, a) => d >= 0 && held.set(market.applications[a]!, market.dwellings[d]!));
	const guaranteed = new Set(market.applications.filter((_, application) => outcome.guaranteed[application] === 1));
	return { market, outcome, orders, held, guaranteed };
}

export type AnyOutcome = ReturnType<typeof anyOutcome>;

/** The holders of a dwelling, signed or not, in no order. */
export const holdersOf = ({ held }: AnyOutcome, dwelling: string) =>
	[...held].filter(([, at]) => at === dwelling).map(([id]) => id);

/** The holder who is last in a dwelling's order, of those who have not signed. */
export function worstHolder(round: Round, made: AnyOutcome, dwelling: string): string | undefined {
	const order = made.orders.get(dwelling) ?? [];
	const signed = new Set(round.applications.filter((row) => row.frozen !== undefined).map(({ id }) => id));
	const movable = holdersOf(made, dwelling).filter((id) => !signed.has(id));
	return movable.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0];
}

/** Pairs of a household and a choice that it prefers to what it holds. */
export function wishes(round: Round, { held }: AnyOutcome): { row: RoundApplication; dwelling: string }[] {
	return round.applications
		.filter(({ withdrawn, frozen }) => !withdrawn && frozen === undefined)
		.flatMap((row) => {
			const at = row.choices.indexOf(held.get(row.id) ?? '');
			return row.choices.slice(0, at < 0 ? undefined : at).map((dwelling) => ({ row, dwelling }));
		});
}
