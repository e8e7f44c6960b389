import type { Day } from '../calendar/instant';
import type { Relation } from './choices';

/** One person of the household; `id` is only a place in the declaration (`m1`), never an identity document. */
export type Member = { readonly id: string; readonly relation: Relation; readonly birthDate: Day };

/** Days of residence, both included, that ended before the unbroken one of today. Living in the municipality is living in the region. */
export type ResidenceSpan = { readonly place: 'municipality' | 'region'; readonly from: Day; readonly to: Day };

/**
 * A recognised disability of a member (`m1`): percentage of civil disability, serious handicap (L. 104/1992 art. 3(3)),
 * attendance allowance. Never a diagnosis.
 */
export type Disability = {
	readonly member: string;
	/** Whole per cent from 0 to 100; null when none was recognised. */
	readonly percent: number | null;
	readonly serious: boolean;
	readonly attendanceAllowance: boolean;
};
