import { isSensitive, type GroundKind } from '$lib/domain/ruleset/ground-kind';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import type { Certainty, RuleValue } from '$lib/domain/ruleset/rule-value';
import { usualGround } from '$lib/domain/ruleset/usual-grounds';
import { rulesByPart, valueAt } from '$lib/domain/ruleset/rule-list';
import { leavesOf } from '$lib/domain/ruleset/compare-rule-sets';
import { fieldName, ruleName, valueText } from './labels';

/** A rule in words: each value by name, how sure it is and where it comes from. */
export type ReadableRule = {
	readonly path: string;
	readonly name: string;
	readonly values: readonly string[];
	readonly certainty: Certainty;
	readonly source: string;
	/**
	 * The information that it gives away about a household: undefined where it is not marked, null where it tells nothing
	 * or is no ground.
	 */
	readonly sensitive: GroundKind | null | undefined;
};

/** Every rule of a rule set as a person reads it, by part of the page. */
export function readableRules(rules: RuleSet): Readonly<Record<keyof typeof rulesByPart, readonly ReadableRule[]>> {
	const part = (name: keyof typeof rulesByPart) =>
		rulesByPart[name].flatMap(({ path }) => {
			const rule = valueAt(rules, path);
			return rule === undefined ? [] : [readable(path, rule as RuleValue<unknown>)];
		});
	return { eligibility: part('eligibility'), scoring: part('scoring'), others: part('others') };
}

function readable(path: string, { value, certainty, source, ground }: RuleValue<unknown>): ReadableRule {
	const rows = new Map<string, string[]>();
	// A requirement without numbers has no value to show.
	for (const [place, leaf] of value === true && path !== 'carersRoomCounts' ? [] : leavesOf(value, `${path}.value`)) {
		const row = /^(.*\.\d+)\.[A-Za-z]/.exec(place)?.[1] ?? place;
		const named = `${fieldName(place)}: ${valueText(place, leaf)}`;
		rows.set(row, [...(rows.get(row) ?? []), named]);
	}
	const texts = [...rows.values()].map((row) => row.join(', '));
	return { path, name: ruleName(path), values: texts, certainty, source, sensitive: sensitiveOf(path, ground) };
}

function sensitiveOf(path: string, ground: GroundKind | undefined): ReadableRule['sensitive'] {
	if (usualGround(path) === undefined && ground === undefined) return null;
	return isSensitive(ground) ? ground : null;
}
