import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { recompute } from '$lib/domain/allocation/reference/recompute';
import { aRoundWithQuotas } from '../../../support/random-round';
import { runs } from '../../../support/runs';

it('households choose in turn, quotas counted, as in the plain version', () => {
	fc.assert(
		fc.property(aRoundWithQuotas, (round) => {
			const [ours, plain] = [
				serializeResult(runRound(round, '', { explain: true })),
				recompute(round, '', { explain: true })
			];
			expect(ours).toBe(plain);
		}),
		runs(500)
	);
});
