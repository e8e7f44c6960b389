import type { Day } from '../calendar/instant';
import type { Certainty } from '../ruleset/rule-value';
import { changeKinds, type ChangeKind } from './change';

/** A change can count for the points that rank, for the requirements, and for the size of home that a household needs. */
export const changeEffects = ['points', 'requirements', 'size'] as const;
export type ChangeEffect = (typeof changeEffects)[number];

export type CountingRule = {
	/** Changes that happened on this day or later. */
	readonly from: Day;
	readonly effect: ChangeEffect;
	readonly kinds: readonly ChangeKind[];
	/** Points change until the final ranking only: a version after it starts from the version before (ADR 46). */
	readonly counts: boolean;
	readonly certainty: Certainty;
	/** The act to check; null where the sources at hand name none. */
	readonly source: string | null;
};

const ALWAYS: Day = '0001-01-01';

/**
 * When a change after sending counts, the oldest rule first. For public housing a civil disability that was recognised meanwhile
 * is the only change that corrects the points (docs/domain-rules.md, Changes after sending); for the agency's own notices
 * no source at hand says it, and the agency confirms these values.
 */
export const countingRules: readonly CountingRule[] = [
	{
		from: ALWAYS,
		effect: 'points',
		kinds: ['birth', 'death', 'separation', 'move'],
		counts: false,
		certainty: 'open',
		source: 'r.r. 4/2017'
	},
	{ from: ALWAYS, effect: 'points', kinds: ['disability'], counts: true, certainty: 'known', source: 'r.r. 4/2017' },
	{ from: ALWAYS, effect: 'requirements', kinds: changeKinds, counts: true, certainty: 'known', source: 'r.r. 4/2017' },
	{
		from: ALWAYS,
		effect: 'size',
		kinds: changeKinds,
		counts: true,
		certainty: 'open',
		source: 'r.r. 4/2017 art. 9(2)'
	}
];

/** The rule in force for a change of this kind on that day. */
export function countingRuleOf(kind: ChangeKind, effect: ChangeEffect, on: Day): CountingRule {
	return countingRules.findLast((rule) => rule.effect === effect && rule.kinds.includes(kind) && rule.from <= on)!;
}

export const countsFor = (kind: ChangeKind, effect: ChangeEffect, on: Day): boolean =>
	countingRuleOf(kind, effect, on).counts;
