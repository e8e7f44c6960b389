import { m } from '$lib/paraglide/messages';

/** The sentence for each reason why a question is not taken, or has no answer. */
export const whatIfProblems = {
	'not-allowed': () => m.round_not_allowed(),
	'unknown-notice': () => m.round_unknown(),
	unknown: () => m.what_if_unknown(),
	'no-round': () => m.what_if_no_round(),
	'no-rules': () => m.what_if_no_rules(),
	failed: () => m.what_if_failed()
} as const;

export const whatIfProblem = (problem: string | null): string =>
	whatIfProblems[(problem ?? 'failed') as keyof typeof whatIfProblems]?.() ?? m.what_if_failed();
