import { absence, requirement } from '../requirement';

/** Did not occupy a dwelling without title in the last five years. */
export const noSquatting = requirement('noSquatting', ({ household: { earlier } }) =>
	absence(earlier.squatted, 'squatted')
);
