import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseRound } from '../../src/lib/domain/allocation/reading/parse-round';
import { publicProjection } from '../../src/lib/domain/allocation/public-projection';
import { refuse } from '../../src/lib/domain/allocation/refuse';
import type { Round } from '../../src/lib/domain/allocation/round';
import type { RoundResult } from '../../src/lib/domain/allocation/round-result';
import { runRound } from '../../src/lib/domain/allocation/run-round';
import { serializeResult } from '../../src/lib/domain/allocation/serialize-result';
import { serializeRound } from '../../src/lib/domain/allocation/serialize-round';
import { verifyResult } from '../../src/lib/domain/allocation/verify-result';
import { recompute, recomputeDepartures } from '../../src/lib/domain/allocation/reference/recompute';
import { anyRound } from './random-round';

const encode = (text: string) => new TextEncoder().encode(text);

/** A round where the engine and the plain version differ, made as small as it gets. */
export interface Disagreement {
	readonly what: string;
	readonly round: Round;
}

/** Computes the random round of a seed in both ways. Null when they agree. */
export function disagreementOf(seed: number): Disagreement | null {
	const details = fc.check(
		fc.property(anyRound, (round) => compare(round, seed)),
		{ seed, numRuns: 1 }
	);
	if (!details.failed) return null;
	return { what: String(details.errorInstance), round: details.counterexample![0] };
}

/** @throws when the engine and the plain version differ on the round, from its file's bytes to three departures */
function compare(round: Round, draw: number): void {
	// Every other time as a file in another order and layout, else in the canonical form.
	const text = draw % 2 ? JSON.stringify(round, null, draw % 3) : serializeRound(round);
	const hash = createHash('sha256').update(text).digest('hex');
	const plain = JSON.parse(text) as Round;
	const parsed = parseRound(encode(text));
	if (!parsed.ok) throw new Error(`refused: ${parsed.place}: ${parsed.reason}`);
	const explain = draw % 4 < 2;
	const result = runRound(parsed.round, hash, { explain });
	same('result', serializeResult(result), recompute(plain, hash, { explain }));
	verifies(parsed.round, hash, result);
	compareProjections(parsed.round, plain);
	if (!round.quotas?.length) compareDepartures(parsed.round, plain, runRound(parsed.round, hash), draw);
}

function compareProjections(round: Round, plain: Round): void {
	const text = serializeRound(publicProjection(round));
	const holdings = (result: string) => {
		const { assignments, unassigned, vacant } = JSON.parse(result) as RoundResult;
		return JSON.stringify([
			assignments.map(({ application, dwelling }) => [application, dwelling]),
			unassigned,
			vacant
		]);
	};
	same('projection', holdings(recompute(JSON.parse(text) as Round, '')), holdings(recompute(plain, '')));
}

function compareDepartures(round: Round, plain: Round, first: RoundResult, draw: number): void {
	const staying = round.applications.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
	const left: string[] = [];
	let result = first;
	while (staying.length > 0 && left.length < 3) {
		const leaver = staying.splice(draw % staying.length, 1)[0]!;
		left.push(leaver);
		const next = refuse(round, result, leaver);
		if (!next.ok) throw new Error(`departure of ${JSON.stringify(left)}: ${next.problem}`);
		result = next.result;
		same(
			`departure of ${JSON.stringify(left)}`,
			serializeResult(result),
			recomputeDepartures(plain, first.input, left)!
		);
		verifies(round, first.input, result);
	}
}

function verifies(round: Round, hash: string, result: RoundResult): void {
	if (!verifyResult(round, hash, encode(serializeResult(result))).same) throw new Error('the result does not verify');
}

function same(what: string, ours: string, plain: string): void {
	if (ours !== plain) throw new Error(`${what}\n  engine ${ours.trim()}\n  plain  ${plain.trim()}`);
}
