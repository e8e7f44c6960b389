import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { naiveRound } from '../../../support/naive-round';
import { aRoundWithQuotas } from '../../../support/random-round';
import { runs } from '../../../support/runs';

it('households choose in turn, quotas counted, as in the naive version', () => {
	fc.assert(
		fc.property(aRoundWithQuotas, (round) => {
			const [ours, naive] = [
				serializeResult(runRound(round, '', { explain: true })),
				naiveRound(round, '', { explain: true })
			];
			expect(ours).toBe(naive);
		}),
		runs(500)
	);
});
