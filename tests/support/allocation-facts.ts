import fc from 'fast-check';
import type { Round, RoundApplication } from '../../src/lib/domain/allocation/round';
import type { RoundResult } from '../../src/lib/domain/allocation/round-result';
import { runRound } from '../../src/lib/domain/allocation/run-round';
import { plainOrder } from './plain-order';

/** Application -> the dwelling it holds. */
export type Held = ReadonlyMap<string, string>;
/** Dwelling -> its order, best first, by the plain version. */
export type PlainOrders = ReadonlyMap<string, readonly string[]>;

export const heldIn = ({ assignments }: Pick<RoundResult, 'assignments'>): Held =>
	new Map(assignments.map(({ application, dwelling }) => [application, dwelling]));

export const held = (round: Round) => heldIn(runRound(round, ''));

export const ordersOf = (round: Round): PlainOrders =>
	new Map(round.dwellings.map((dwelling) => [dwelling.id, plainOrder(round, dwelling)]));

/**
 * The position of what a household holds among its true choices, smaller is better; their number if it holds nothing.
 */
export function rank({ id, choices, frozen }: RoundApplication, outcome: Held): number {
	const dwelling = outcome.get(id);
	if (frozen !== undefined || dwelling === undefined) return choices.length;
	const index = choices.indexOf(dwelling);
	return index < 0 ? choices.length + 1 : index;
}

/** Applications that take part and have not signed. */
export const active = ({ applications }: Round) => applications.filter((a) => !a.withdrawn && a.frozen === undefined);

export const present = ({ applications }: Round) => applications.filter(({ withdrawn }) => !withdrawn);

export const withApplication = (round: Round, changed: RoundApplication): Round => ({
	...round,
	applications: round.applications.map((row) => (row.id === changed.id ? changed : row))
});

/** A round and one household in it that takes part and has not signed. */
export const aRoundAndHousehold = (rounds: fc.Arbitrary<Round>) =>
	rounds
		.filter((round) => active(round).length > 0)
		.chain((round) => fc.tuple(fc.constant(round), fc.constantFrom(...active(round))));

/** Every ordered selection of these choices, the empty one included: all lists that a household could hand in. */
export const everyList = (choices: readonly string[]): string[][] => [
	[],
	...choices.flatMap((first) => everyList(choices.filter((id) => id !== first)).map((rest) => [first, ...rest]))
];

export function placesOf(round: Round, dwelling: string): number {
	return round.dwellings.find(({ id }) => id === dwelling)?.capacity ?? 1;
}

/** No household rightly envies a holder who could move, and no free place is wanted. */
export function isStable(round: Round, orders: PlainOrders, outcome: Held): boolean {
	const frozen = new Set(round.applications.flatMap(({ id, frozen: at }) => (at === undefined ? [] : [id])));
	return active(round).every((application) =>
		application.choices.slice(0, rank(application, outcome)).every((dwelling) => {
			const order = orders.get(dwelling) ?? [];
			if (!order.includes(application.id)) return true;
			const holders = [...outcome].filter(([, d]) => d === dwelling).map(([id]) => id);
			const before = (id: string) => order.indexOf(id) < order.indexOf(application.id);
			return holders.length >= placesOf(round, dwelling) && holders.every((id) => frozen.has(id) || before(id));
		})
	);
}

/** Every way to house the active households within their acceptable choices and the places. */
export function everyOutcome(round: Round, orders: PlainOrders): Held[] {
	const signed = new Map(round.applications.flatMap(({ id, frozen }) => (frozen ? [[id, frozen] as const] : [])));
	const extend = (outcomes: Map<string, string>[], { id, choices }: RoundApplication) =>
		outcomes.flatMap((outcome) => {
			const possible = choices.filter((dwelling) => {
				const taken = [...outcome.values()].filter((d) => d === dwelling).length;
				return orders.get(dwelling)?.includes(id) && taken < placesOf(round, dwelling);
			});
			return [outcome, ...possible.map((dwelling) => new Map(outcome).set(id, dwelling))];
		});
	return active(round).reduce(extend, [signed]);
}

export function everyStableOutcome(round: Round): Held[] {
	const orders = ordersOf(round);
	return everyOutcome(round, orders).filter((outcome) => isStable(round, orders, outcome));
}
