import type { Day } from '../calendar/instant';
import type { HealthFacts } from '../accessibility/needs';
import type { DocumentId } from '../documents/document';
import type { FactName } from '../household/facts';
import type { Household } from '../household/household';
import type { Told } from '../household/told';
import { group, sure, type Members, type ValueOf } from '../ruleset/kinds';
import type { Certainty, RuleValue } from '../ruleset/rule-value';

/**
 * What a requirement may look at. `health`: null when it was not declared. `today`: the day of the request in Milan.
 */
export type JudgedFacts = {
	readonly household: Household;
	readonly health: HealthFacts | null;
	readonly today: Day;
};

type Outcome = {
	readonly outcome: 'met' | 'failed' | 'missing';
	/** The value that the rule asks: cents, or a kebab-case word; null for a plain yes or no. */
	readonly threshold: number | string | null;
	/** The value that the household declared, in the same unit; null when missing. */
	readonly fact: number | string | null;
	/** Kebab-case name of the sentence that explains the outcome. */
	readonly reason: string;
};

/** One requirement, judged. `missing`: the fact was not declared, so the outcome is not known yet. */
export type ResultOf<Id extends string> = Outcome & {
	readonly requirement: Id;
	readonly certainty: Certainty;
	readonly source: string;
};

type Declared<Value> = {
	/** The facts without which it cannot be judged. */
	readonly facts: readonly FactName[];
	/** Facts that it looks at and may find blank: it says itself what that means. */
	readonly evenIfBlank?: readonly FactName[];
	/** Whether enough was told to judge it, where that is not simply whether each of its facts was. */
	readonly told?: (told: Told) => boolean;
	/** The documents that prove it, where they are not those of its facts. */
	readonly proof?: (outcome: Outcome) => readonly DocumentId[];
	readonly judge: (facts: JudgedFacts, value: Value) => Outcome;
};

/**
 * Declares a requirement: everything the portal knows of it, but its words. Add it to the list in `requirements/index.ts`.
 * `numbers`: what a rule set says about it, each with its kind.
 */
export function requirement<const Id extends string, const Numbers extends Members>(
	id: Id,
	declared: { readonly numbers: Numbers } & Declared<
		ValueOf<{ readonly kind: 'group'; readonly members: NoInfer<Numbers> }>
	>
) {
	return bound(id, group(declared.numbers), declared);
}

/** Declares a requirement without numbers: a rule set asks it, or not. */
export const plainRequirement = <const Id extends string>(id: Id, declared: Declared<true>) =>
	bound(id, sure, declared);

function bound<Id extends string, Numbers extends { readonly kind: 'group'; readonly members: Members } | typeof sure>(
	id: Id,
	numbers: Numbers,
	declared: Declared<ValueOf<Numbers>>
) {
	const { facts, evenIfBlank = [], proof } = declared;
	return {
		id,
		numbers,
		facts,
		evenIfBlank,
		proof,
		told: declared.told ?? ((told: Told) => facts.every((name) => told[name] !== undefined)),
		/** Null when the rule set does not ask for it. */
		judge(judged: JudgedFacts, rules: { readonly [Name in Id]?: RuleValue<ValueOf<Numbers>> }): ResultOf<Id> | null {
			const rule = rules[id];
			if (!rule) return null;
			const { certainty, source } = rule;
			return { requirement: id, ...declared.judge(judged, rule.value), certainty, source };
		}
	};
}

/** Requires that a declared circumstance is absent. */
export function absence(present: boolean, reason: string): Outcome {
	return present
		? { outcome: 'failed', threshold: 'no', fact: 'yes', reason }
		: { outcome: 'met', threshold: 'no', fact: 'no', reason: 'met' };
}
