import { choice, group, points } from '../ruleset/kinds';

/**
 * Ceiling on the residence sub-score. `addUp`: whether region and municipality add up, or the larger one counts. It follows
 * from the lines of the criteria (`residenceCeiling`), so it looks at no fact by itself.
 */
export const residenceTogether = {
	id: 'residenceTogether',
	numbers: group({ max: points, addUp: choice(['always', 'with-fragility']) })
} as const;
