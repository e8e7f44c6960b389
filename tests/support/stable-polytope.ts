import type { Round } from '../../src/lib/domain/allocation/round';
import { active, ordersOf, placesOf, type Held } from './allocation-facts';

interface Pair {
	readonly column: string;
	readonly application: string;
	readonly dwelling: string;
	readonly seat: string;
	/** 0 = most wanted seat. */
	readonly wish: number;
	/** 0 = first in the dwelling's order. */
	readonly place: number;
}

/**
 * The stable outcomes of a round without quotas as a linear programme (Vande Vate 1989, Rothblum 1992), in the text
 * format of CPLEX: its corners are the stable outcomes, so the least sum of the households' ranks is the one they all
 * like best. A lot is as many seats, wanted in turn.
 */
export function stablePolytope(round: Round): { readonly programme: string; readonly pairs: readonly Pair[] } {
	const pairs = listPairs(round);
	const byApplication = groupBy(pairs, ({ application }) => application);
	const bySeat = groupBy(pairs, ({ seat }) => seat);
	const sum = (some: readonly Pair[]) => some.map(({ column }) => column).join(' + ');
	const atMostOne = [...byApplication.values(), ...bySeat.values()].map((some) => `${sum(some)} <= 1`);
	const noEnvy = pairs.map((pair) => {
		const asWanted = byApplication.get(pair.application)!.filter(({ wish }) => wish <= pair.wish);
		const before = bySeat.get(pair.seat)!.filter(({ place }) => place < pair.place);
		return `${sum([...asWanted, ...before])} >= 1`;
	});
	const ranks = pairs.map(({ column, wish }) => `${wish - pairs.length} ${column}`).join(' + ');
	const rows = [...atMostOne, ...noEnvy].map((row, i) => ` r${i}: ${row}`);
	return { programme: `Minimize\n obj: ${ranks}\nSubject To\n${rows.join('\n')}\nEnd\n`, pairs };
}

function groupBy(pairs: readonly Pair[], name: (pair: Pair) => string): Map<string, Pair[]> {
	const groups = new Map<string, Pair[]>();
	for (const pair of pairs) groups.set(name(pair), [...(groups.get(name(pair)) ?? []), pair]);
	return groups;
}

function listPairs(round: Round): Pair[] {
	const orders = ordersOf(round);
	const signed = round.applications.flatMap(({ frozen }) => frozen ?? []);
	const pairs: Pair[] = [];
	for (const { id, choices } of active(round)) {
		let wish = 0;
		for (const dwelling of choices) {
			const order = orders.get(dwelling)!;
			const place = order.indexOf(id);
			if (place < 0) continue;
			const free = placesOf(round, dwelling) - signed.filter((at) => at === dwelling).length;
			for (let seat = 0; seat < Math.min(free, order.length); seat++) {
				const column = `x${pairs.length}`;
				pairs.push({ column, application: id, dwelling, seat: `${dwelling}/${seat}`, wish: wish++, place });
			}
		}
	}
	return pairs;
}

/** The home that each household holds at a corner of the polytope, those who signed included; null when a share is not 0 or 1. */
export function heldAt(round: Round, pairs: readonly Pair[], value: (column: string) => number): Held | null {
	const outcome = new Map(round.applications.flatMap(({ id, frozen }) => (frozen ? [[id, frozen] as const] : [])));
	for (const { column, application, dwelling } of pairs) {
		const share = value(column);
		if (!(Math.abs(share - Math.round(share)) <= 1e-6)) return null;
		if (Math.round(share) === 1) outcome.set(application, dwelling);
	}
	return outcome;
}

/** The value of a column in a solution; not a number where the solver gives none, which no outcome has. */
export function primalOf(column: object | undefined): number {
	return column && 'Primal' in column ? Number(column.Primal) : NaN;
}
