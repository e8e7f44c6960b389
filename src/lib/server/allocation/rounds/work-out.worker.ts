import { buildMarket } from '$lib/domain/allocation/build-market';
import { computeMarket } from '$lib/domain/allocation/compute-round';
import type { Market } from '$lib/domain/allocation/market';
import { asRound, projectionRows } from '$lib/domain/allocation/public-projection';
import type { Round, RoundRows } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { reportRound } from '$lib/domain/allocation/run-round';
import { resultText } from '$lib/domain/allocation/serialize-result';
import { roundText, sortedRows } from '$lib/domain/allocation/serialize-round';
import { resultAfterDepartures } from '$lib/domain/rounds/after-departures';
import { marketOfRequests } from '$lib/domain/rounds/market-of-requests';
import { summarizeRound } from '$lib/domain/rounds/round-summary';
import { rowsOfRequests, type RequestedRound } from '$lib/domain/rounds/rows-of-requests';
import type { Report } from '$lib/server/platform/workers/job';
import { hashedText } from '$lib/server/platform/workers/hashed-text';

/** A first version comes as ranked requests, a later one as its file. Both are cheap to send to a thread. */
export type RoundSource = RequestedRound | { readonly file: string };

export type ToWorkOut = {
	readonly source: RoundSource;
	/** Pseudonyms of the households that left, in the order in which they left. Needs a version that has a file. */
	readonly leaving: readonly string[];
	readonly before: RoundResult | null;
};

const STEPS = 5;

/** Allocates a round and writes its files, with their hashes; null when one of the households cannot leave. */
export async function run({ source, leaving, before }: ToWorkOut, report: Report) {
	const { rows, market } = readSource(source);
	const input = hashedText(roundText(rows));
	await report(1, STEPS);
	const computed = computeMarket(market());
	await report(2, STEPS);
	const result =
		leaving.length === 0
			? reportRound(rows.notice, input.hash, computed)
			: resultAfterDepartures(asRound(rows), input.hash, leaving);
	if (!result) return null;
	await report(3, STEPS);
	const open = asRound(projectionRows(rows, computed));
	const projection = hashedText(roundText(open));
	await report(4, STEPS);
	// Households that left stay in the public file, so that anyone can replay their chains and `verify` gives the same
	// bytes.
	const shown = resultAfterDepartures(open, projection.hash, leaving);
	if (!shown) return null;
	await report(STEPS, STEPS);
	const [full, published] = [hashedText(resultText(result)), hashedText(resultText(shown))];
	const files = {
		input: input.text(),
		inputHash: input.hash,
		result: full.text(),
		resultHash: full.hash,
		projection: projection.text(),
		projectionHash: projection.hash,
		publicResult: published.text(),
		publicResultHash: published.hash,
		summary: summarizeRound(rows, result, before)
	};
	return { files, result };
}

/** The sorted rows of a round, and its market, which is built at first use. */
function readSource(source: RoundSource): { rows: RoundRows; market: () => Market } {
	if (!('file' in source)) return { rows: rowsOfRequests(source), market: () => marketOfRequests(source) };
	const round = JSON.parse(source.file) as Round;
	return { rows: sortedRows(round), market: () => buildMarket(round) };
}
