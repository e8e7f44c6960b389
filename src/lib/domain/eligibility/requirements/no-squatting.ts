import { absence, plainRequirement } from '../requirement';

/** Did not occupy a dwelling without title in the last five years. */
export const noSquatting = plainRequirement('noSquatting', {
	facts: ['squatted'],
	judge: ({ household: { earlier } }) => absence(earlier.squatted, 'squatted')
});
