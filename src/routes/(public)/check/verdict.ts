import type { Eligibility } from '$lib/domain/eligibility/judge-eligibility';
import { verdictOf } from '$lib/domain/eligibility/verdict';
import { m } from '$lib/paraglide/messages';

export const verdictKind = { yes: 'plain', no: 'stop', missing: 'due' } as const;

export function verdictText(eligibility: Eligibility): string {
	const count = (outcome: 'failed' | 'missing') =>
		eligibility.failures.filter((failure) => failure.outcome === outcome).length;
	const texts = {
		yes: m.check_verdict_yes,
		no: () => m.check_verdict_no({ count: count('failed') }),
		missing: () => m.check_verdict_missing({ count: count('missing') })
	};
	return texts[verdictOf(eligibility)]();
}

/** One sentence that sums up all open notices. */
export function summaryText(notices: readonly { readonly eligibility: Eligibility }[]): string {
	const verdicts = notices.map(({ eligibility }) => verdictOf(eligibility));
	const count = verdicts.filter((verdict) => verdict === 'yes').length;
	if (verdicts.length === 0) return m.check_result_none_open();
	if (count > 0) return m.check_result_yes({ count });
	return verdicts.includes('missing') ? m.check_result_missing() : m.check_result_no();
}
