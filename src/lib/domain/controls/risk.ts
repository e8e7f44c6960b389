import { noHealthFacts } from '../accessibility/needs';
import type { Day } from '../calendar/instant';
import { factOf, type FactName } from '../household/facts';
import type { Household } from '../household/household';
import type { RuleSet } from '../ruleset/rule-set';
import { scoreHousehold } from '../scoring/score-household';
import { factsOfLine } from '../verification/facts-to-check';
import type { SamplingRule, Stratum } from './sampling-rules';

/**
 * Facts that raise no risk: health and disability (GDPR art. 9), nationality, and grounds of emergency, which tell of violence. Only the
 * household without them reaches the rules below, so a rule that looks at one does not compile.
 */
export const neverWeighed = [
	'disabilities',
	'homeHasBarriers',
	'emergency',
	'citizenship',
	'permitValidTo'
] as const satisfies readonly FactName[];
type NeverWeighed = (typeof neverWeighed)[number];

/** The declared facts of a household that may raise a risk. */
export type WeighedHousehold = Omit<Household, NeverWeighed>;

/** A household without the facts that no risk may rest on. */
export function weighedPart(household: Household): WeighedHousehold {
	const { citizenship: _nationality, permitValidTo: _permit, ...rest } = household;
	return rest;
}

/**
 * Why a request is more likely to be drawn. Using a right is no reason, such as contesting a line; nor is a name that looks like
 * another one, which would fall on foreign names.
 */
export const riskReasons = ['income-at-limit', 'word-alone'] as const;
export type RiskReason = (typeof riskReasons)[number];

export type WeighedRequest = {
	readonly household: WeighedHousehold;
	/** The day of the request in Milan. */
	readonly sentOn: Day;
	/** The office has checked every fact of it. */
	readonly verified: boolean;
};

/** The reasons for a control of one request, under the rules of its notice and the rule of the agency. */
export function risksOf(request: WeighedRequest, rules: RuleSet, rule: SamplingRule): readonly RiskReason[] {
	const found: Readonly<Record<RiskReason, boolean>> = {
		'income-at-limit': isAtLimit(request.household, rules, rule),
		'word-alone': !request.verified && pointsOnWord(request, rules) >= rule.wordAlonePoints
	};
	return riskReasons.filter((reason) => found[reason]);
}

/** One reason raises the risk; two make it high. */
export const stratumOf = ({ length }: readonly RiskReason[]): Stratum =>
	length === 0 ? 'ordinary' : length === 1 ? 'raised' : 'high';

/** At or below the limit; above it the request fails by itself. */
function isAtLimit({ iseeCents }: WeighedHousehold, { eligibility }: RuleSet, rule: SamplingRule): boolean {
	const limit = eligibility.isee?.value.maxCents;
	return limit !== undefined && iseeCents <= limit && iseeCents * 100 > limit * rule.nearLimitPercent;
}

/**
 * The points of lines that no paper of the household proves, such as residence and children; hundredths. They are scored without
 * health, and citizenship is a blank that no criterion reads.
 */
function pointsOnWord({ household, sentOn }: WeighedRequest, rules: RuleSet): number {
	const { lines } = scoreHousehold({ ...household, citizenship: 'other' }, noHealthFacts, rules, sentOn);
	const onWord = lines.filter(({ criterion }) => restsOnWord(factsOfLine(criterion)));
	return onWord.reduce((sum, { points }) => sum + points, 0);
}

const restsOnWord = (names: readonly FactName[]): boolean =>
	names.length > 0 && mayWeigh(names) && names.every((name) => factOf[name].proof === null);

/** No fact of a line is among those that raise no risk. */
const mayWeigh = (names: readonly FactName[]): boolean =>
	names.every((name) => !(neverWeighed as readonly FactName[]).includes(name));
