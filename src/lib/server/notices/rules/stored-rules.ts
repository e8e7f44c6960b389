import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { stored } from '$lib/server/platform/db/stored';
import { ruleSetSchema } from './rule-set-schema';

const readRules = stored<RuleSet>('a rule set', ruleSetSchema);

/** So many of the rule sets read last stay read: a list of notices reads the same few again and again. */
const KEPT = 64;
const kept = new Map<string, RuleSet>();

/** A rule set as it is stored, in a version or frozen with a notice. The object is shared: it is never changed. */
export function storedRules(text: string): RuleSet {
	const rules = kept.get(text) ?? readRules(text);
	kept.delete(text);
	kept.set(text, rules);
	if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
	return rules;
}
