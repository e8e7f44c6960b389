import { computeRound, type ComputedColumns } from './compute-round';
import { reportOn } from './report';
import type { Round } from './round';
import type { RoundReport, RoundResult } from './round-result';

/**
 * Allocates a round: who holds which dwelling, and a certificate that nobody was passed over.
 * @param round a valid round: one that `parseRound` read or `checkRound` found nothing wrong with
 * @param inputHash SHA-256 of the bytes of the round's file, lower-case hexadecimal
 * @param options `explain` adds, per household and better-liked dwelling, what decided
 */
export function runRound(round: Round, inputHash: string, options: { explain?: boolean } = {}): RoundResult {
	return asResult(reportOn(round.notice, inputHash, computeRound(round), options));
}

/** The result of a computed round, as it stands after any departures. */
export function reportRound(notice: string, inputHash: string, computed: ComputedColumns): RoundResult {
	return asResult(reportOn(notice, inputHash, computed));
}

/** A report with its rows made. */
export function asResult(report: RoundReport): RoundResult {
	return {
		...report,
		assignments: [...report.assignments],
		unassigned: [...report.unassigned],
		vacant: [...report.vacant],
		...(report.explanations && { explanations: [...report.explanations] })
	} as RoundResult;
}
