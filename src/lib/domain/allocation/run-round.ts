import { computeRound, type ComputedColumns } from './compute-round';
import { reportOn } from './report';
import type { Round } from './round';
import type { RoundReport, RoundResult } from './round-result';

/**
 * Allocates a round. The result says which household holds which dwelling, and certifies that none was passed over.
 * @param round a valid round: read by `parseRound`, or found without fault by `checkRound`
 * @param inputHash SHA-256 of the bytes of the round's file, lower-case hexadecimal
 * @param options `explain` adds, for each household and each dwelling it prefers to its result, what decided
 */
export function runRound(round: Round, inputHash: string, options: { explain?: boolean } = {}): RoundResult {
	return asResult(reportOn(round.notice, inputHash, computeRound(round), options));
}

/** The result of a computed round after all departures so far. */
export function reportRound(notice: string, inputHash: string, computed: ComputedColumns): RoundResult {
	return asResult(reportOn(notice, inputHash, computed));
}

/** The report as arrays. */
export function asResult(report: RoundReport): RoundResult {
	return {
		...report,
		assignments: [...report.assignments],
		unassigned: [...report.unassigned],
		vacant: [...report.vacant],
		...(report.explanations && { explanations: [...report.explanations] })
	} as RoundResult;
}
