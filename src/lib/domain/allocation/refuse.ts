import { computeRound, type ComputedRound } from './compute-round';
import { RefusalChain, type ChainMove } from './refusal-chain';
import type { Round } from './round';
import type { Move, RoundResult } from './round-result';
import { reportRound } from './run-round';

/** Why a household cannot leave. */
export type Unrefusable =
	'round-has-quotas' | 'unknown-application' | 'withdrawn-application' | 'already-left' | 'result-of-another-round';

export type Refusal =
	{ readonly ok: true; readonly result: RoundResult } | { readonly ok: false; readonly problem: Unrefusable };

/**
 * The next result after a household left, signed or not: its place goes down the order of its dwelling, and so on.
 * @param result the result so far; who already left is replayed from it
 * @param applicationId who leaves now
 */
export function refuse(round: Round, result: RoundResult, applicationId: string): Refusal {
	if (round.quotas?.length) return { ok: false, problem: 'round-has-quotas' };
	const leaver = round.applications.find((application) => application.id === applicationId);
	if (!leaver) return { ok: false, problem: 'unknown-application' };
	if (leaver.withdrawn) return { ok: false, problem: 'withdrawn-application' };
	const left = result.left ?? [];
	if (left.includes(applicationId)) return { ok: false, problem: 'already-left' };
	const computed = computeRound(round);
	if (!left.every((id) => computed.market.applications.includes(id))) {
		return { ok: false, problem: 'result-of-another-round' };
	}
	const before = replay(computed, left);
	if (!sameHoldings(computed, result)) return { ok: false, problem: 'result-of-another-round' };
	return { ok: true, result: depart(round.notice, result.input, computed, before, applicationId) };
}

/** The result after these households left one after the other, or null when one could not. */
export function replayDepartures(round: Round, inputHash: string, left: readonly string[]): RoundResult | null {
	const active = new Set(round.applications.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
	const possible = left.every((id) => active.has(id)) && new Set(left).size === left.length;
	if (round.quotas?.length || left.length === 0 || !possible) return null;
	const computed = computeRound(round);
	const before = replay(computed, left.slice(0, -1));
	return depart(round.notice, inputHash, computed, before, left.at(-1)!);
}

interface Departures {
	readonly chain: RefusalChain;
	readonly left: readonly string[];
}

function replay(computed: ComputedRound, left: readonly string[]): Departures {
	const chain = new RefusalChain(computed.market, computed.orders, computed.outcome);
	for (const id of left) chain.leave(computed.market.applications.indexOf(id));
	return { chain, left };
}

function depart(notice: string, input: string, computed: ComputedRound, before: Departures, leaver: string) {
	const moves = before.chain.leave(computed.market.applications.indexOf(leaver));
	return {
		...reportRound(notice, input, computed),
		left: [...before.left, leaver],
		moves: moves.map((move) => named(computed, move))
	};
}

function named({ market }: ComputedRound, { application, from, to }: ChainMove): Move {
	return {
		application: market.applications[application]!,
		from: market.dwellings[from] ?? null,
		to: market.dwellings[to] ?? null
	};
}

function sameHoldings({ market, outcome }: ComputedRound, { assignments }: RoundResult): boolean {
	const held = new Map(assignments.map(({ application, dwelling }) => [application, dwelling]));
	return market.applications.every((id, application) => {
		return held.get(id) === market.dwellings[outcome.dwelling[application]!];
	});
}
