import { own } from '$lib/domain/own';
import type { RequirementId } from '$lib/domain/eligibility/requirement-result';
import type { CriterionId } from '$lib/domain/scoring/score';
import { m } from '$lib/paraglide/messages';
import type { Unit } from '$lib/domain/ruleset/kinds';
import { kindAt } from '$lib/domain/ruleset/rule-kinds';
import { nameOf, valueKind } from '$lib/domain/ruleset/value-kind';
import type { Leaf } from '$lib/domain/ruleset/compare-rule-sets';
import { typedAs } from '$lib/server/platform/forms/number-field';
import { choiceText } from '$lib/words/rules/choice-text';
import { criterionName } from '$lib/words/rules/criterion-words';
import { sourceText } from '$lib/words/rules/source-text';
import { requirementName } from '$lib/words/rules/requirement-words';
import { formatDate } from '$lib/words/format';

const ruleNames: Readonly<Record<string, () => string>> = {
	residenceCounting: m.rulesets_rule_residenceCounting,
	ties: m.rulesets_rule_ties,
	adequacy: m.rulesets_rule_adequacy,
	carersRoomCounts: m.rulesets_rule_carersRoomCounts,
	indigent: m.rulesets_rule_indigent,
	setAsides: m.rulesets_rule_setAsides,
	quotas: m.rulesets_rule_quotas,
	refusal: m.rulesets_rule_refusal,
	procedure: m.rulesets_rule_procedure
};

/** What a rule is called: `scoring.eviction` -> "Sfratto". */
export function ruleName(path: string): string {
	const id = path.split('.').at(-1)!;
	if (path.startsWith('scoring.')) return criterionName(id as CriterionId);
	if (path.startsWith('eligibility.')) return requirementName(id as RequirementId);
	return own(ruleNames, id)?.() ?? id;
}

/** What a single value is called, by the last name of its path. */
export function fieldName(path: string): string {
	const key = `rulesets_field_${nameOf(path)}`;
	return key in m ? (m[key as 'rulesets_field_value'] as () => string)() : nameOf(path);
}

/** Where a value stands, in words: "Sfratto: Punti, se in corso". */
export function placeText(path: string): string {
	const rule = /^((?:eligibility|scoring)\.[A-Za-z]+|[A-Za-z]+)\.(?:value|certainty|source|valid)/.exec(path)?.[1];
	const row = /\.(\d+)(\.|$)/.exec(path)?.[1];
	const field =
		row === undefined ? fieldName(path) : m.rulesets_edit_row({ number: Number(row) + 1, field: fieldName(path) });
	return rule ? `${ruleName(rule)}: ${field}` : field;
}

const unitTexts: Readonly<Record<Unit, () => string>> = {
	euro: () => '€',
	m2: () => 'm²',
	percent: () => '%',
	points: m.rulesets_suffix_points
};

/** What stands after a number: euro, m², per cent, points. */
export function unitText(path: string): string {
	const kind = kindAt(path);
	const unit = 'unit' in kind ? kind.unit : undefined;
	return unit === undefined ? '' : unitTexts[unit]();
}

/** A value as a comparison shows it. */
export function valueText(path: string, value: Leaf | undefined): string {
	if (value === undefined) return m.rulesets_compare_absent();
	if (value === null) return '—';
	const kind = valueKind(path);
	if (typeof value === 'number') {
		return `${kind === 'hundredths' ? typedAs({ decimals: 2 }, value) : value} ${unitText(path)}`.trim();
	}
	if (nameOf(path) === 'source') return sourceText(String(value));
	return kind === 'date' ? formatDate(String(value)) : choiceText(String(value));
}
