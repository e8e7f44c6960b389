import type { Certainty } from '$lib/domain/ruleset/rule-value';
import { m } from '$lib/paraglide/messages';

const texts = {
	illustrative: m.rules_illustrative,
	open: m.rules_open,
	known: m.rules_known,
	found: undefined
} satisfies Record<Certainty, (() => string) | undefined>;

/** The mark beside an uncertain number; undefined for a number that was found in its source. */
export const certaintyText = (certainty: Certainty): string | undefined => texts[certainty]?.();
