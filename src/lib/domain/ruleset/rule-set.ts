import type { Quota } from '../allocation/round';
import type { Share } from '../allocation/set-aside-rule';
import type { Day } from '../calendar/instant';
import type { requirements } from '../eligibility/requirements';
import type { ResidenceCounting } from '../household/residence';
import type { RefusalRules } from '../offers/refusal-rules';
import type { ProcedureDays } from '../rounds/procedure';
import type { criteria } from '../scoring/criteria';
import type { residenceTogether } from '../scoring/residence-together';
import type { GroundKind } from './ground-kind';
import type { Kind, ValueOf } from './kinds';
import type { AdequacyRules, TieBreaker } from './other-rules';
import type { RuleValue } from './rule-value';

/** A row of a rule about a category, with what belonging to it tells of a household. */
export type Marked<Row> = Row & { readonly ground?: GroundKind };

type RulesOf<Rule extends { readonly id: string; readonly numbers: Kind }> = {
	readonly [One in Rule as One['id']]?: RuleValue<ValueOf<One['numbers']>>;
};

/**
 * The requirements of a rule set, by their id (`eligibility/requirements`). A requirement that is left out is not
 * asked.
 */
export type EligibilityRules = RulesOf<(typeof requirements)[number]>;

/** The numbers of each criterion, by its id (`scoring/criteria`). One left out gives no points. */
export type ScoringRules = RulesOf<(typeof criteria)[number] | typeof residenceTogether>;

export const ruleSetUses = ['own-notice', 'imported', 'agreed-rent'] as const;
/**
 * The use of a rule set. own-notice: notices of the agency. imported: rankings made elsewhere, and simulations.
 * agreed-rent: tenants of private dwellings, without a notice.
 */
export type RuleSetUse = (typeof ruleSetUses)[number];

/** Dated rules of one kind of notice. Bound to a notice when it opens, frozen with it and hashed. */
export type RuleSet = {
	readonly format: 'rule-set/1';
	readonly id: string;
	readonly name: { readonly it: string; readonly en: string };
	readonly use: RuleSetUse;
	readonly validFrom: Day;
	readonly validTo: Day | null;
	readonly source: string;
	readonly eligibility: EligibilityRules;
	readonly scoring: ScoringRules;
	/** Whether a gap begins residence anew, for points and ties alike; left out: it does. */
	readonly residenceCounting?: RuleValue<ResidenceCounting>;
	/** Compared in this order after the total; the public draw decides what is left. */
	readonly ties: RuleValue<readonly TieBreaker[]>;
	readonly adequacy: RuleValue<AdequacyRules>;
	/** A carer who sleeps there counts as one more person where that helps. */
	readonly carersRoomCounts: RuleValue<boolean>;
	/** Households up to this ISEE belong to the category `indigent`. */
	readonly indigent?: RuleValue<{ readonly iseeMaxCents: number }>;
	/** Shares of each list's dwellings that are set aside, in this order; accessible dwellings always are. */
	readonly setAsides?: RuleValue<readonly Marked<Share>[]>;
	/** Quotas by count, for notices of one list without set-asides only. */
	readonly quotas?: RuleValue<readonly Marked<Quota>[]>;
	/** The consequences when an offer is not taken; left out: `openRefusalRules`. */
	readonly refusal?: RuleValue<RefusalRules>;
	/** Days of the rankings, of corrections and of a notice of rejection; left out: `procedureOf` says. */
	readonly procedure?: RuleValue<ProcedureDays>;
};
