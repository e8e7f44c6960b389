import type { Day } from '../calendar/instant';
import type { Certainty } from '../ruleset/rule-value';

/** The groups of requests from which a sample is drawn: how many reasons for a control a request has. */
export const strata = ['ordinary', 'raised', 'high'] as const;
export type Stratum = (typeof strata)[number];

/** The share of each group that is drawn, in whole percent. */
export type Shares = Readonly<Record<Stratum, number>>;

export type SamplingRule = {
	/** Samples that are proposed on this day or later. */
	readonly from: Day;
	readonly certainty: Certainty;
	readonly source: string;
	/** The shares that the page proposes; each sample keeps its own. */
	readonly shares: Shares;
	/** An ISEE above this share of the limit of the notice, in percent, is at the limit. */
	readonly nearLimitPercent: number;
	/** So many points that no paper proves are many; hundredths of a point. */
	readonly wordAlonePoints: number;
	/** The days that the office gives itself for the controls, from the day of the draw. */
	readonly daysToCheck: number;
	/** Whether the household reads on its page that its request was drawn. */
	readonly householdReads: boolean;
};

/**
 * How requests are drawn for a control, the oldest rule first. D.P.R. 445/2000 art. 71(1), as changed in 2020, asks for controls
 * on samples in proportion to the risk and to the size of the benefit, and where there is a well-founded doubt. It names no shares, no
 * risks and no days, and says nothing about telling a household that it was drawn: that is not found in the sources at hand.
 * So each of these values is a choice of the agency.
 */
export const samplingRules: readonly SamplingRule[] = [
	{
		from: '0001-01-01',
		certainty: 'open',
		source: 'choice of the agency; D.P.R. 445/2000 art. 71',
		shares: { ordinary: 5, raised: 15, high: 30 },
		nearLimitPercent: 95,
		wordAlonePoints: 1200,
		daysToCheck: 60,
		householdReads: true
	}
];

/** The rule in force on a day. */
export const samplingRuleOn = (day: Day): SamplingRule => samplingRules.findLast(({ from }) => from <= day)!;
