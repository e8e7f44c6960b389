import { buildMarket } from '$lib/domain/allocation/build-market';
import { computeMarket } from '$lib/domain/allocation/compute-round';
import type { Market } from '$lib/domain/allocation/market';
import { ownRound } from '$lib/domain/allocation/own-files';
import { asRound } from '$lib/domain/allocation/public-projection';
import type { RoundRows } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { reportRound } from '$lib/domain/allocation/run-round';
import { resultText } from '$lib/domain/allocation/serialize-result';
import { roundText, sortedRows } from '$lib/domain/allocation/serialize-round';
import { resultAfterDepartures } from '$lib/domain/rounds/after-departures';
import { marketOfRequests } from '$lib/domain/rounds/market-of-requests';
import { summarizeRound } from '$lib/domain/rounds/round-summary';
import { rowsOfRequests, type RequestedRound } from '$lib/domain/rounds/rows-of-requests';
import { hashedText } from '$lib/server/platform/workers/hashed-text';
import type { Report } from '$lib/server/platform/workers/job';
import { openFiles, sealedFiles, type ToSeal } from './public-files';

/** A first version comes as ranked requests, a later one as its file. Both are cheap to send to a thread. */
export type RoundSource = RequestedRound | { readonly file: string };

export type ToWorkOut = {
	readonly source: RoundSource;
	/** Pseudonyms of the households that left, in the order in which they left. Needs a version that has a file. */
	readonly leaving: readonly string[];
	readonly before: RoundResult | null;
	/** For a notice with sensitive grounds. */
	readonly toSeal: ToSeal | null;
};

const STEPS = 5;

/** Allocates a round and writes its files, with their hashes; null when one of the households cannot leave. */
export async function run({ source, leaving, before, toSeal }: ToWorkOut, report: Report) {
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
	const full = hashedText(resultText(result));
	const texts = { round: input.text(), result: full.text() };
	const open = toSeal ? null : openFiles(rows, computed, leaving);
	if (!toSeal && !open) return null;
	await report(4, STEPS);
	const sealed = toSeal ? sealedFiles(toSeal, rows, texts, computed, result) : null;
	await report(STEPS, STEPS);
	const files = {
		input: texts.round,
		inputHash: input.hash,
		result: texts.result,
		resultHash: full.hash,
		open,
		sealed,
		summary: { ...summarizeRound(rows, result, before), ...sealed?.figures }
	};
	return { files, result };
}

/** The sorted rows of a round, and its market, which is built at first use. */
function readSource(source: RoundSource): { rows: RoundRows; market: () => Market } {
	if (!('file' in source)) return { rows: rowsOfRequests(source), market: () => marketOfRequests(source) };
	const round = ownRound(source.file);
	return { rows: sortedRows(round), market: () => buildMarket(round) };
}
