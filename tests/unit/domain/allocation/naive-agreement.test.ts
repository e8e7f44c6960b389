import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRound } from '$lib/domain/allocation/parse-round';
import { refuse } from '$lib/domain/allocation/refuse';
import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { runRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import { verifyResult } from '$lib/domain/allocation/verify-result';
import { naiveRefusals, naiveRound } from '../../../support/naive-round';
import { aCrowdedRound, aRound, aRoundWithQuotas } from '../../../support/random-round';

const HASH = 'ab'.repeat(32);
const runs = { numRuns: 500 };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('the engine and a naive implementation that shares no code with it', () => {
	it.each([
		['set-asides, explicit orders, lots, signed and withdrawn households', aRound, 500],
		['quotas by count', aRoundWithQuotas, 500],
		['many households', aCrowdedRound, 25]
	])('agree to the byte: %s', (_, rounds, numRuns) => {
		fc.assert(
			fc.property(rounds, fc.boolean(), (round, explain) => {
				const text = serializeResult(runRound(round, HASH, { explain }));
				expect(text).toBe(naiveRound(round, HASH, { explain }));
			}),
			{ numRuns }
		);
	});

	it('agree on three departures in a row, each of which verifies', () => {
		fc.assert(
			fc.property(aRound, fc.infiniteStream(fc.nat()), (round, draws) => {
				const present = round.applications.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
				let result: RoundResult = runRound(round, HASH);
				const left: string[] = [];
				while (present.length > 0 && left.length < 3) {
					const draw = draws.next().value as number;
					left.push(...present.splice(draw % present.length, 1));
					const next = refuse(round, result, left.at(-1)!);
					if (!next.ok) throw new Error(next.problem);
					result = next.result;
					expect(serializeResult(result)).toBe(naiveRefusals(round, HASH, left));
					expect(verifyResult(round, HASH, bytes(serializeResult(result)))).toEqual({ same: true });
				}
			}),
			runs
		);
	});

	it('agree whatever the order of rows, categories and quotas', () => {
		fc.assert(
			fc.property(fc.oneof(aRound, aRoundWithQuotas), (round) => {
				const turned: Round = {
					...round,
					dwellings: round.dwellings.toReversed(),
					quotas: round.quotas?.toReversed(),
					applications: round.applications
						.map((row) => ({ ...row, categories: row.categories?.toReversed() }))
						.toReversed()
				};
				expect(runRound(turned, HASH, { explain: true })).toEqual(runRound(round, HASH, { explain: true }));
				expect(serializeRound(turned)).toBe(serializeRound(round));
			}),
			runs
		);
	});

	it('agree on a round written to text and read back', () => {
		fc.assert(
			fc.property(fc.oneof(aRound, aRoundWithQuotas), (round) => {
				const parsed = parseRound(bytes(serializeRound(round)));
				if (!parsed.ok) throw new Error(`${parsed.place}: ${parsed.reason}`);
				expect(runRound(parsed.round, HASH)).toEqual(runRound(round, HASH));
				expect(serializeRound(parsed.round)).toBe(serializeRound(round));
			}),
			runs
		);
	});
});
