import { appliedOrders } from '../allocation/applied-orders';
import type { ComputedColumns } from '../allocation/compute-round';
import type { RoundResult } from '../allocation/round-result';
import type { CommittedOrder, HolderPosition } from './order-tree';

/** The number of requests that listed each dwelling when the notice closed, by id; none: nobody. */
export type Listed = Readonly<Record<string, number>>;

/** Every dwelling's order with its holders, in the byte order of the ids. Each is made as it is read. */
export function* committedOrders(
	computed: ComputedColumns,
	result: Pick<RoundResult, 'assignments'>,
	listed: Listed
): Generator<CommittedOrder> {
	const holders = holdersByDwelling(result);
	const orderOf = appliedOrders(computed);
	for (let dwelling = 0; dwelling < computed.market.capacity.length; dwelling++) {
		yield committedOrder(computed, dwelling, orderOf(dwelling), holders, listed);
	}
}

/** One dwelling's order, by its number in the market, from the order that applies there. */
export function committedOrder(
	{ market }: Pick<ComputedColumns, 'market'>,
	dwelling: number,
	applications: Int32Array,
	holders: ReadonlyMap<string, readonly Held[]>,
	listed: Listed
): CommittedOrder {
	const id = market.dwellings.at(dwelling)!;
	const order = Array.from(applications, (application) => market.applications.at(application)!);
	const positions = (holders.get(id) ?? []).map(({ application, signed }): HolderPosition => {
		return { position: order.indexOf(application) + 1 || null, signed };
	});
	return {
		dwelling: id,
		places: market.capacity[dwelling]!,
		order,
		holders: positions.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity)),
		listed: Object.hasOwn(listed, id) ? listed[id]! : 0
	};
}

export interface Held {
	readonly application: string;
	readonly signed: boolean;
}

export function holdersByDwelling({ assignments }: Pick<RoundResult, 'assignments'>): Map<string, Held[]> {
	const holders = new Map<string, Held[]>();
	for (const { application, dwelling, through } of assignments) {
		const held = { application, signed: through === 'frozen' };
		const others = holders.get(dwelling);
		if (others) others.push(held);
		else holders.set(dwelling, [held]);
	}
	return holders;
}
