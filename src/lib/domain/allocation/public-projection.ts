import { computeRound, type ComputedColumns } from './compute-round';
import type { MarketColumns } from './market';
import type { Outcome } from './outcome';
import type { Round, RoundApplication, RoundDwelling, RoundRows } from './round';
import type { RoundResult } from './round-result';

/**
 * The round as anyone may recompute it: each dwelling's order by pseudonym, each application's choices, and nothing of
 * points, categories, set-asides or keys. It gives the same assignments. Applications that withdrew, and those that
 * left in `result`, are dropped; whoever signed stays where it signed.
 *
 * With quotas by count the orders are the order in which households chose, which gives the same assignments without
 * saying which household belongs to a category; whoever a ceiling passed over is not in them.
 */
export function publicProjection(round: Round, result?: Pick<RoundResult, 'left'>): Round {
	return asRound(projectionRows(round, computeRound(round), result?.left));
}

/** A round with its rows made. */
export function asRound(rows: RoundRows): Round {
	return { ...rows, dwellings: [...rows.dwellings], applications: [...rows.applications] };
}

/** The same from columns; its rows are made as they are read, once, sorted by id. */
export function projectionRows(
	{ notice, beacon }: Pick<Round, 'notice' | 'beacon'>,
	computed: ComputedColumns,
	left: readonly string[] = []
): RoundRows & { quotas?: undefined } {
	const shown = computed.market.active.slice();
	const gone = new Set(left);
	for (let application = 0; gone.size > 0 && application < shown.length; application++) {
		if (gone.has(computed.market.applications.at(application)!)) shown[application] = 0;
	}
	return {
		format: 'round/1',
		notice,
		beacon,
		dwellings: dwellingRows(computed, shown),
		applications: applicationRows(computed.market, shown)
	};
}

/** @param shown per application: 1 if it is in the projection */
function* dwellingRows(computed: ComputedColumns, shown: Uint8Array): Generator<RoundDwelling> {
	const { market, orders } = computed;
	const turn = turns(computed);
	for (let dwelling = 0; dwelling < market.capacity.length; dwelling++) {
		const capacity = market.capacity[dwelling]!;
		let order = orders.applications
			.subarray(orders.start[dwelling], orders.start[dwelling + 1])
			.filter((application) => shown[application] === 1);
		if (turn) order = order.filter((a) => turn[a]! >= 0).sort((a, b) => turn[a]! - turn[b]!);
		yield {
			id: market.dwellings.at(dwelling)!,
			list: market.lists.at(market.listOf[dwelling]!)!,
			...(capacity > 1 && { capacity }),
			order: Array.from(order, (application) => market.applications.at(application)!)
		};
	}
}

function* applicationRows(market: MarketColumns, shown: Uint8Array): Generator<RoundApplication> {
	for (let application = 0; application < shown.length; application++) {
		if (shown[application] === 0) continue;
		const [from, to] = [market.choiceStart[application]!, market.choiceStart[application + 1]!];
		const frozen = market.frozenAt[application]!;
		yield {
			id: market.applications.at(application)!,
			choices: Array.from(market.choices.subarray(from, to), (dwelling) => market.dwellings.at(dwelling)!),
			...(frozen >= 0 && { frozen: market.dwellings.at(frozen)! })
		};
	}
}

/** With quotas: when each household chose, then those who found nothing; -1 for who was passed over by a ceiling. */
function turns({ market, outcome, chosenInTurn, lists }: ComputedColumns): Int32Array | null {
	if (!chosenInTurn) return null;
	const turn = new Int32Array(market.active.length).fill(-1);
	chosenInTurn.forEach((application, i) => (turn[application] = i));
	let last = chosenInTurn.length;
	for (const application of lists[market.listOf[0] ?? 0] ?? []) {
		if (turn[application]! < 0 && !couldStillChoose(market, outcome, application)) turn[application] = last++;
	}
	return turn;
}

/** Nothing but a ceiling keeps a household without a dwelling from one it chose that is still free. */
function couldStillChoose(market: MarketColumns, outcome: Outcome, application: number): boolean {
	if (outcome.dwelling[application]! >= 0) return false;
	const choices = market.choices.subarray(market.choiceStart[application], market.choiceStart[application + 1]);
	return choices.some((dwelling) => outcome.free[dwelling]! > 0);
}
