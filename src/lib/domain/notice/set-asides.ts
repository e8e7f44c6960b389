import { suitsWheelchair } from '../accessibility/fit';
import type { Measures } from '../accessibility/measures';
import { ACCESSIBLE_FOR } from '../accessibility/set-aside';
import { isSensitive } from '../ruleset/ground-kind';
import type { RuleSet } from '../ruleset/rule-set';
import { drawPlan, planSetAsides, type SetAsidePlan } from './set-aside-plan';

/** A dwelling of a notice before it opens. */
export interface DwellingToLabel {
	readonly id: string;
	readonly list: string;
	readonly netAreaDm2: number | null;
	readonly district: string | null;
	readonly measures: Measures;
}

/** Whether a rule set sets shares of dwellings aside. A public number then has to spread them. */
export function needsPublicNumber(rules: RuleSet): boolean {
	return (rules.setAsides?.value.length ?? 0) > 0;
}

/**
 * The plan of a notice's set-asides: accessible dwellings always, and the shares of the rule set by the published rule, so
 * that no person chooses them. A share that tells of health, hardship or violence, or that nobody marked, is hidden.
 * @param earlierPublicNumber lower-case hexadecimal pairs, public before the notice
 */
export function planOf(
	dwellings: readonly DwellingToLabel[],
	rules: RuleSet,
	notice: string,
	earlierPublicNumber: string
): SetAsidePlan {
	const rows = dwellings.map(({ id, list, netAreaDm2, district, measures }) => ({
		id,
		list,
		sizeClass: sizeClass(netAreaDm2 ?? 0, rules),
		zone: district ?? '',
		areaDm2: netAreaDm2 ?? 0,
		accessible: suitsWheelchair(measures)
	}));
	const shares = (rules.setAsides?.value ?? []).map(({ category, share, rounding, ground }) => {
		return { category, share, rounding, hidden: isSensitive(ground) };
	});
	return planSetAsides(rows, { notice, earlierPublicNumber, shares, accessibleFor: ACCESSIBLE_FOR });
}

/**
 * The categories that each dwelling of a notice is set aside for, by that plan.
 * @returns categories in order by dwelling id, none for a dwelling open to everybody
 */
export const labelDwellings = (
	dwellings: readonly DwellingToLabel[],
	rules: RuleSet,
	notice: string,
	earlierPublicNumber: string,
	secret = ''
): ReadonlyMap<string, readonly string[]> => drawPlan(planOf(dwellings, rules, notice, earlierPublicNumber), secret);

/** The smallest household whose size band includes this area. */
function sizeClass(areaDm2: number, { adequacy }: RuleSet): number {
	const { bands } = adequacy.value;
	return (bands.find(({ maxDm2 }) => maxDm2 === null || areaDm2 <= maxDm2) ?? bands.at(-1))?.persons ?? 0;
}

/** Why a notice cannot have the quotas by count of its rules. */
export type QuotaProblem = 'quotas-over-lists' | 'quotas-beside-set-asides';

/**
 * Quotas by count are fair only over one list without set-asides. Over several lists a household could lose by telling
 * the truth or by having more points (docs/domain-rules.md, round 2). An accessible dwelling is always set aside, so it excludes
 * quotas too.
 */
export function judgeQuotas(
	rules: RuleSet,
	dwellings: readonly Pick<DwellingToLabel, 'list' | 'measures'>[]
): QuotaProblem | null {
	if (!rules.quotas?.value.length) return null;
	if (new Set(dwellings.map(({ list }) => list)).size > 1) return 'quotas-over-lists';
	const labelled = needsPublicNumber(rules) || dwellings.some(({ measures }) => suitsWheelchair(measures));
	return labelled ? 'quotas-beside-set-asides' : null;
}
