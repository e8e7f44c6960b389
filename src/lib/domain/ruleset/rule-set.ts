import type { Quota } from '../allocation/round';
import type { Share } from '../allocation/set-aside-rule';
import type { Day } from '../calendar/instant';
import type { ResidenceCounting } from '../household/residence';
import type { EmergencyGround } from '../household/sensitive-facts';
import type { RefusalRules } from '../offers/refusal-rules';
import type { ProcedureDays } from '../rounds/procedure';
import type { RuleValue } from './rule-value';

/** Limit on assets: one person, or `base + perPse x PSE`. Cents; PSE in hundredths, for 1, 2, … persons, then one more each. */
export type AssetsLimit = {
	readonly onePersonCents: number;
	readonly baseCents: number;
	readonly perPseCents: number;
	readonly pse: readonly number[];
	readonly pseEachFurther: number;
};

/** A requirement left out of a rule set is not asked. */
export type EligibilityRules = {
	readonly isee?: RuleValue<{ readonly maxCents: number }>;
	/** An ISEE that can still be used on the day of the request. */
	readonly iseeInForce?: RuleValue<true>;
	readonly assets?: RuleValue<AssetsLimit>;
	readonly residenceOrWork?: RuleValue<true>;
	readonly citizenship?: RuleValue<{ readonly accepted: readonly string[] }>;
	readonly noAdequateHome?: RuleValue<true>;
	readonly noLostDwelling?: RuleValue<true>;
	readonly noUnpaidArrears?: RuleValue<true>;
	readonly noSquatting?: RuleValue<true>;
	/** A member with a serious handicap (L. 104/1992 art. 3(3)). */
	readonly seriousHandicap?: RuleValue<true>;
	/** One of the grounds for which a household cannot wait. */
	readonly emergency?: RuleValue<{ readonly grounds: readonly EmergencyGround[] }>;
};

/** From `years` on (or, if `over`, from the day after), so many points in hundredths. Steps ascend. */
export type YearsStep = { readonly years: number; readonly over?: boolean; readonly points: number };

/** Up to `iseeCents` (at it included), so many points in hundredths. Bands ascend, points descend. */
export type IseeBand = { readonly iseeCents: number; readonly points: number };

/** From `percent` on, so many points in hundredths. */
export type DisabilityBand = { readonly percent: number; readonly points: number };

/** Numbers of each criterion, by its id. A criterion left out gives no points. Points in hundredths, areas in hundredths of m2. */
export type ScoringRules = {
	readonly minorChildren?: RuleValue<{ readonly each: number; readonly max: number }>;
	readonly singleParent?: RuleValue<{ readonly points: number }>;
	readonly elderly?: RuleValue<{ readonly age: number; readonly points: number }>;
	readonly severeDisability?: RuleValue<{ readonly points: number }>;
	/** By the highest percentage of civil disability in the household; bands ascend, points too. */
	readonly disabilityPercent?: RuleValue<{ readonly bands: readonly DisabilityBand[] }>;
	readonly attendanceAllowance?: RuleValue<{ readonly points: number }>;
	readonly eviction?: RuleValue<{ readonly notified: number; readonly enforceable: number }>;
	readonly noHome?: RuleValue<{ readonly none: number; readonly improper: number }>;
	readonly unhealthyHome?: RuleValue<{ readonly points: number }>;
	readonly sharedHome?: RuleValue<{ readonly points: number }>;
	readonly homeBarriers?: RuleValue<{ readonly points: number }>;
	/** `underDm2[n - 1]` is the area under which n persons live overcrowded; the last holds for more. */
	readonly overcrowding?: RuleValue<{ readonly underDm2: readonly number[]; readonly points: number }>;
	readonly economicHardship?: RuleValue<{ readonly bands: readonly IseeBand[] }>;
	readonly residenceRegion?: RuleValue<{ readonly steps: readonly YearsStep[] }>;
	readonly residenceMunicipality?: RuleValue<{ readonly steps: readonly YearsStep[] }>;
	/** Ceiling on the residence sub-score. `addUp`: whether region and municipality add up, or the larger one counts. */
	readonly residenceTogether?: RuleValue<{ readonly max: number; readonly addUp: 'always' | 'with-fragility' }>;
};

export const tieBreakers = ['municipality-days', 'region-days', 'family', 'housing', 'economic'] as const;
export type TieBreaker = (typeof tieBreakers)[number];

/** Net areas that suit a household of `persons`, in hundredths of m2, both ends included; the last band holds for more persons. */
export type SizeBand = { readonly persons: number; readonly minDm2: number; readonly maxDm2: number | null };

export type AdequacyRules = {
	readonly bands: readonly SizeBand[];
	/** Under this area a dwelling goes to one person only. */
	readonly onePersonUnderDm2: number;
};

export const ruleSetUses = ['own-notice', 'imported', 'agreed-rent'] as const;
/**
 * What a rule set is for. own-notice: notices of the agency. imported: rankings made elsewhere, and simulations.
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
	readonly setAsides?: RuleValue<readonly Share[]>;
	/** Quotas by count, for notices of one list without set-asides only. */
	readonly quotas?: RuleValue<readonly Quota[]>;
	/** What follows when an offer is not taken; left out: `openRefusalRules`. */
	readonly refusal?: RuleValue<RefusalRules>;
	/** Days of the rankings, of corrections and of a notice of rejection; left out: `procedureOf` says. */
	readonly procedure?: RuleValue<ProcedureDays>;
};
