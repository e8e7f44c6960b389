import { certify } from './certificate';
import { computeRound, type ComputedRound } from './compute-round';
import { explain, tierAt } from './explanations';
import type { Round } from './round';
import type { Assignment, RoundResult, Through, Vacancy } from './round-result';

/**
 * Allocates a round: who holds which dwelling, and a certificate that nobody was passed over.
 * @param round a valid round: one that `parseRound` read or `checkRound` found nothing wrong with
 * @param inputHash SHA-256 of the bytes of the round's file, lower-case hexadecimal
 * @param options `explain` adds, per household and better-liked dwelling, what decided
 */
export function runRound(round: Round, inputHash: string, options: { explain?: boolean } = {}): RoundResult {
	const computed = computeRound(round);
	const result = reportRound(round.notice, inputHash, computed);
	if (!options.explain) return result;
	return { ...result, explanations: explain(computed.market, computed.orders, computed.outcome) };
}

/** The result of a computed round, as it stands after any departures. */
export function reportRound(notice: string, inputHash: string, computed: ComputedRound): RoundResult {
	const { market, outcome } = computed;
	const assignments: Assignment[] = [];
	const unassigned: string[] = [];
	market.applications.forEach((id, application) => {
		if (outcome.dwelling[application]! >= 0) assignments.push(assignmentOf(computed, application));
		else if (market.active[application] === 1 && outcome.left[application] === 0) unassigned.push(id);
	});
	const vacant = market.dwellings
		.map((dwelling, d): Vacancy => ({ dwelling, free: outcome.free[d]! }))
		.filter(({ free }) => free > 0);
	return {
		format: 'round-result/1',
		notice,
		engine: 'chiavi-round/1',
		input: inputHash,
		assignments,
		unassigned,
		vacant,
		certificate: certify(market, outcome)
	};
}

function assignmentOf({ market, orders, outcome }: ComputedRound, application: number): Assignment {
	const dwelling = outcome.dwelling[application]!;
	const edge = outcome.edge[application]!;
	return {
		application: market.applications[application]!,
		dwelling: market.dwellings[dwelling]!,
		place: (edge >= 0 && orders.places[edge]) || null,
		through: throughOf({ market, outcome }, application, dwelling)
	};
}

function throughOf(
	{ market, outcome }: Pick<ComputedRound, 'market' | 'outcome'>,
	application: number,
	dwelling: number
): Through {
	if (market.frozenAt[application]! >= 0) return 'frozen';
	const tiers = market.setAsideStart[dwelling + 1]! - market.setAsideStart[dwelling]!;
	// An explicit order ignores categories, so nobody holds such a dwelling through one.
	const byCategory = market.explicitOrder[dwelling] === null && tierAt(market, dwelling, application) < tiers;
	if (byCategory) return 'setAside';
	return outcome.guaranteed[application] === 1 ? 'guarantee' : 'open';
}
