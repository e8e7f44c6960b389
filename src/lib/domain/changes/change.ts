import type { Day } from '../calendar/instant';
import type { HomeKind } from '../household/choices';
import type { Disability } from '../household/fact-parts';

/** The events that a household can tell of after it sent its request. */
export const changeKinds = ['birth', 'death', 'separation', 'move', 'disability'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Where a household that moved lives now. same: in the municipality in which it lived. */
export const movedTo = ['same', 'region', 'elsewhere'] as const;
export type MovedTo = (typeof movedTo)[number];

/** The relation of a child that was born to the applicant. */
export const bornAs = ['child', 'other'] as const;

type Happening = {
	readonly birth: { readonly relation: (typeof bornAs)[number] };
	/** `member`: a place in the household (`m2`). */
	readonly death: { readonly member: string };
	/** The members who live elsewhere now. The applicant is not among them. */
	readonly separation: { readonly members: readonly string[] };
	/** `netAreaDm2`: hundredths of a square metre; null when it is not known or there is no home. */
	readonly move: { readonly to: MovedTo; readonly home: HomeKind; readonly netAreaDm2: number | null };
	readonly disability: Disability;
};

/** One event of a household, and the day on which it happened. */
export type Change = {
	[Kind in ChangeKind]: { readonly kind: Kind; readonly on: Day } & Happening[Kind];
}[ChangeKind];

/** The two decisions of the office about a change, each with a reason. refused: nothing shows it, or it is otherwise. */
export const changeOutcomes = ['accepted', 'refused'] as const;
export type ChangeOutcome = (typeof changeOutcomes)[number];

/**
 * A change that the office accepted. `successor`: the member who takes the place of an applicant who died; null where nobody
 * was named, and for every other change.
 */
export type AcceptedChange = Change & { readonly successor: string | null };
