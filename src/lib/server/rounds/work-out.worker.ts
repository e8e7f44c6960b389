import { computeRound } from '$lib/domain/allocation/compute-round';
import { publicProjection } from '$lib/domain/allocation/public-projection';
import type { Quota, Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { reportRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import { resultAfterDepartures } from '$lib/domain/rounds/after-departures';
import { buildRound, type OfferedDwelling } from '$lib/domain/rounds/build-round';
import type { RequestColumns } from '$lib/domain/rounds/request-columns';
import { summarizeRound } from '$lib/domain/rounds/round-summary';
import type { Report } from '../workers/job';

/** A first version comes as ranked requests, a later one as its file: both travel to a thread at little cost. */
export type RoundSource =
	| {
			readonly notice: string;
			readonly beacon: string;
			readonly dwellings: readonly OfferedDwelling[];
			readonly requests: RequestColumns;
			readonly quotas: readonly Quota[];
	  }
	| { readonly file: string };

export type ToWorkOut = {
	readonly source: RoundSource;
	/** Pseudonyms of those who went, in the order of going. */
	readonly leaving: readonly string[];
	readonly before: RoundResult | null;
};

const STEPS = 5;

/** Allocates a round and writes its files, with their hashes; null when one of the households cannot leave. */
export async function run({ source, leaving, before }: ToWorkOut, report: Report) {
	const round = roundOf(source);
	const input = serializeRound(round);
	const inputHash = await sha256(input);
	await report(1, STEPS);
	const computed = computeRound(round);
	await report(2, STEPS);
	const result =
		leaving.length === 0
			? reportRound(round.notice, inputHash, computed)
			: resultAfterDepartures(round, inputHash, leaving);
	if (!result) return null;
	await report(3, STEPS);
	const open = publicProjection(round, undefined, computed);
	const projection = serializeRound(open);
	const projectionHash = await sha256(projection);
	await report(4, STEPS);
	// Leavers stay in the public file, so that anyone can replay their chains: `verify` says the same, byte by byte.
	const shown = resultAfterDepartures(open, projectionHash, leaving);
	if (!shown) return null;
	await report(STEPS, STEPS);
	const texts = { result: serializeResult(result), publicResult: serializeResult(shown) };
	const files = {
		input,
		inputHash,
		result: texts.result,
		resultHash: await sha256(texts.result),
		projection,
		projectionHash,
		publicResult: texts.publicResult,
		publicResultHash: await sha256(texts.publicResult),
		summary: summarizeRound(round, result, before)
	};
	return { files, result };
}

function roundOf(source: RoundSource): Round {
	if ('file' in source) return JSON.parse(source.file) as Round;
	return buildRound(source.notice, source.beacon, source.dwellings, source.requests, source.quotas);
}

async function sha256(text: string): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
