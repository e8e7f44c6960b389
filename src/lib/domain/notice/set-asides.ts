import { suitsWheelchair } from '../accessibility/fit';
import type { Measures } from '../accessibility/measures';
import { setDwellingsAside } from '../allocation/set-aside-rule';
import { isSensitive } from '../ruleset/ground-kind';
import type { RuleSet } from '../ruleset/rule-set';

/** A dwelling of a notice before it opens. */
export interface DwellingToLabel {
	readonly id: string;
	readonly list: string;
	readonly netAreaDm2: number | null;
	readonly district: string | null;
	readonly measures: Measures;
}

/**
 * First households that need an accessible dwelling, then those that can use one, then everybody (docs/domain-rules.md, round 2).
 */
const ACCESSIBLE_FOR = ['wheelchair', 'reduced-mobility'] as const;

/** Whether a rule set sets shares of dwellings aside. A public number then has to spread them. */
export function needsPublicNumber(rules: RuleSet): boolean {
	return (rules.setAsides?.value.length ?? 0) > 0;
}

/**
 * The categories that each dwelling of a notice is set aside for: accessible dwellings always, and the shares of the
 * rule set by the published stratified rule, so that no person chooses them.
 * @param earlierPublicNumber lower-case hexadecimal pairs, public before the notice
 * @param secret lower-case hexadecimal, committed to at the opening: it draws the shares for sensitive categories
 * @returns categories in order by dwelling id, none for a dwelling open to everybody
 */
export function labelDwellings(
	dwellings: readonly DwellingToLabel[],
	rules: RuleSet,
	notice: string,
	earlierPublicNumber: string,
	secret = ''
): ReadonlyMap<string, readonly string[]> {
	const rows = dwellings.map(({ id, list, netAreaDm2, district, measures }) => ({
		id,
		list,
		sizeClass: sizeClass(netAreaDm2 ?? 0, rules),
		zone: district ?? '',
		areaDm2: netAreaDm2 ?? 0,
		accessible: suitsWheelchair(measures)
	}));
	const shares = rules.setAsides?.value ?? [];
	const sensitive = shares.filter(({ ground }) => isSensitive(ground)).map(({ category }) => category);
	const hidden = { secret, categories: new Set(sensitive) };
	return setDwellingsAside(rows, { notice, earlierPublicNumber, shares, accessibleFor: ACCESSIBLE_FOR, hidden });
}

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
