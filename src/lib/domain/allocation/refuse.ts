import { computeRound } from './compute-round';
import { Departures, type Unleavable } from './departures';
import type { Round } from './round';
import type { RoundResult } from './round-result';
import { asResult } from './run-round';

/** Why a household cannot leave. */
export type Unrefusable = Unleavable | 'result-of-another-round';

export type Refusal =
	| { readonly ok: true; readonly result: RoundResult }
	| { readonly ok: false; readonly problem: Unrefusable };

/**
 * The result after one more household left, whether it had signed or not. Its place goes down the order of the
 * dwelling.
 * @param result the result so far, with the households that have already left
 * @param applicationId the household that leaves now
 */
export function refuse(round: Round, result: RoundResult, applicationId: string): Refusal {
	const departures = new Departures(computeRound(round));
	const obstacle = departures.obstacle(applicationId);
	if (obstacle) return { ok: false, problem: obstacle };
	const left = result.left ?? [];
	if (left.includes(applicationId)) return { ok: false, problem: 'already-left' };
	const replayed = left.every((id) => departures.leave(id) === null);
	if (!replayed || !sameHoldings(departures, result)) return { ok: false, problem: 'result-of-another-round' };
	departures.leave(applicationId);
	return { ok: true, result: asResult(departures.report(round.notice, result.input)) };
}

/** The result after these households left one after the other, or null when one could not. */
export function replayDepartures(round: Round, inputHash: string, left: readonly string[]): RoundResult | null {
	if (left.length === 0) return null;
	const departures = new Departures(computeRound(round));
	const replayed = left.every((id) => departures.leave(id) === null);
	return replayed ? asResult(departures.report(round.notice, inputHash)) : null;
}

function sameHoldings({ computed: { market, outcome } }: Departures, { assignments }: RoundResult): boolean {
	const held = new Map(assignments.map(({ application, dwelling }) => [application, dwelling]));
	return outcome.dwelling.every((dwelling, application) => {
		const name = dwelling < 0 ? undefined : market.dwellings.at(dwelling);
		return held.get(market.applications.at(application)!) === name;
	});
}
