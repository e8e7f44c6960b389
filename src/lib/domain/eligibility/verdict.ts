import type { Eligibility } from './judge-eligibility';

/** `missing`: no requirement fails, but one depends on a fact that is blank. */
export type Verdict = 'yes' | 'no' | 'missing';

/** A failed requirement decides, whatever else is missing. */
export function verdictOf({ eligible, failures }: Pick<Eligibility, 'eligible' | 'failures'>): Verdict {
	if (eligible) return 'yes';
	return failures.some(({ outcome }) => outcome === 'failed') ? 'no' : 'missing';
}
