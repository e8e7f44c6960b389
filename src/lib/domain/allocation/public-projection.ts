import { sortedByBytes } from './byte-order';
import { computeRound, type ComputedRound } from './compute-round';
import type { Market } from './market';
import type { Outcome } from './outcome';
import type { Round, RoundApplication } from './round';
import type { RoundResult } from './round-result';

/**
 * The round as anyone may recompute it: each dwelling's order by pseudonym, each application's choices, and nothing of
 * points, categories, set-asides or keys. It gives the same assignments. Applications that withdrew, and those that
 * left in `result`, are dropped; whoever signed stays where it signed.
 *
 * With quotas by count the orders are the order in which households chose, which gives the same assignments without
 * saying which household belongs to a category; whoever a ceiling passed over is not in them.
 * @param computed the same round, when it is already worked out
 */
export function publicProjection(
	round: Round,
	result?: Pick<RoundResult, 'left'>,
	computed: ComputedRound = computeRound(round)
): Round {
	const gone = new Set(result?.left);
	const kept = new Map<string, RoundApplication>();
	for (const application of round.applications) {
		if (!application.withdrawn && !gone.has(application.id)) kept.set(application.id, application);
	}
	const orders = ordersByPseudonym(computed);
	const dwellings = new Map(round.dwellings.map((dwelling) => [dwelling.id, dwelling]));
	return {
		format: 'round/1',
		notice: round.notice,
		beacon: round.beacon,
		dwellings: sortedByBytes([...dwellings.keys()]).map((id) => {
			const { list, capacity } = dwellings.get(id)!;
			return { id, list, capacity, order: orders.get(id)!.filter((application) => kept.has(application)) };
		}),
		applications: sortedByBytes([...kept.keys()]).map((id) => {
			const { choices, frozen } = kept.get(id)!;
			return { id, choices, frozen };
		})
	};
}

function ordersByPseudonym(computed: ComputedRound): Map<string, string[]> {
	const { market, orders } = computed;
	const turn = turns(computed);
	return new Map(
		market.dwellings.map((id, dwelling) => {
			const order = orders.applications.slice(orders.start[dwelling], orders.start[dwelling + 1]);
			const shown = turn ? order.filter((a) => turn[a]! >= 0).sort((a, b) => turn[a]! - turn[b]!) : order;
			return [id, Array.from(shown, (application) => market.applications[application]!)];
		})
	);
}

/** With quotas: when each household chose, then those who found nothing; -1 for who was passed over by a ceiling. */
function turns({ market, outcome, chosenInTurn, lists }: ComputedRound): Int32Array | null {
	if (!chosenInTurn) return null;
	const turn = new Int32Array(market.applications.length).fill(-1);
	chosenInTurn.forEach((application, i) => (turn[application] = i));
	let last = chosenInTurn.length;
	for (const application of lists[market.listOf[0] ?? 0] ?? []) {
		if (turn[application]! < 0 && !couldStillChoose(market, outcome, application)) turn[application] = last++;
	}
	return turn;
}

/** Nothing but a ceiling keeps a household without a dwelling from one it chose that is still free. */
function couldStillChoose(market: Market, outcome: Outcome, application: number): boolean {
	if (outcome.dwelling[application]! >= 0) return false;
	const choices = market.choices.subarray(market.choiceStart[application], market.choiceStart[application + 1]);
	return choices.some((dwelling) => outcome.free[dwelling]! > 0);
}
