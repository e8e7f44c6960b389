import type { GroundKind } from './ground-kind';
import type { RuleSet } from './rule-set';
import type { RuleValue } from './rule-value';

/**
 * The information that each known rule gives away about a household. An agency may mark its own rule sets otherwise.
 */
const ofRules: Readonly<Record<string, GroundKind>> = {
	'eligibility.isee': 'hardship',
	'eligibility.iseeInForce': 'none',
	'eligibility.assets': 'hardship',
	'eligibility.residenceOrWork': 'none',
	'eligibility.citizenship': 'none',
	'eligibility.noAdequateHome': 'hardship',
	'eligibility.noLostDwelling': 'none',
	'eligibility.noUnpaidArrears': 'none',
	'eligibility.noSquatting': 'none',
	'eligibility.seriousHandicap': 'health',
	'eligibility.emergency': 'violence',
	'scoring.minorChildren': 'none',
	'scoring.singleParent': 'none',
	'scoring.elderly': 'none',
	'scoring.severeDisability': 'health',
	'scoring.disabilityPercent': 'health',
	'scoring.attendanceAllowance': 'health',
	'scoring.eviction': 'hardship',
	'scoring.noHome': 'hardship',
	'scoring.unhealthyHome': 'hardship',
	'scoring.sharedHome': 'hardship',
	'scoring.homeBarriers': 'health',
	'scoring.overcrowding': 'hardship',
	'scoring.economicHardship': 'hardship',
	'scoring.residenceRegion': 'none',
	'scoring.residenceMunicipality': 'none',
	'scoring.residenceTogether': 'none',
	carersRoomCounts: 'health'
};

const ofCategories: Readonly<Record<string, GroundKind>> = {
	wheelchair: 'health',
	'reduced-mobility': 'health',
	indigent: 'hardship'
};

/** The mark that a rule usually has; undefined where the portal does not know the rule. */
export const usualGround = (path: string): GroundKind | undefined =>
	Object.hasOwn(ofRules, path) ? ofRules[path] : undefined;

/** The mark that a category usually has; undefined where the portal does not know it. */
export const usualCategory = (category: string): GroundKind | undefined =>
	Object.hasOwn(ofCategories, category) ? ofCategories[category] : undefined;

/** A rule set with the usual mark on every ground that has none. */
export function withUsualGrounds(rules: RuleSet): RuleSet {
	const part = <Part extends RuleSet['eligibility'] | RuleSet['scoring']>(name: string, values: Part): Part =>
		Object.fromEntries(
			Object.entries<RuleValue<unknown>>(values).map(([rule, value]) => [rule, marked(value, `${name}.${rule}`)])
		) as Part;
	const { setAsides, quotas } = rules;
	return {
		...rules,
		eligibility: part('eligibility', rules.eligibility),
		scoring: part('scoring', rules.scoring),
		carersRoomCounts: marked(rules.carersRoomCounts, 'carersRoomCounts'),
		...(setAsides && { setAsides: { ...setAsides, value: setAsides.value.map(markedRow) } }),
		...(quotas && { quotas: { ...quotas, value: quotas.value.map(markedRow) } })
	};
}

function marked<Value>(rule: RuleValue<Value>, path: string): RuleValue<Value> {
	const ground = rule.ground ?? usualGround(path);
	return ground ? { ...rule, ground } : rule;
}

function markedRow<Row extends { readonly category: string; readonly ground?: GroundKind }>(row: Row): Row {
	const ground = row.ground ?? usualCategory(row.category);
	return ground ? { ...row, ground } : row;
}
