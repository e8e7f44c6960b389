import { absence, plainRequirement } from '../requirement';

/** Did not lose a public dwelling by its own act in the last five years. */
export const noLostDwelling = plainRequirement('noLostDwelling', {
	facts: ['lostPublicDwelling'],
	judge: ({ household: { earlier } }) => absence(earlier.lostPublicDwelling, 'lost-public-dwelling')
});
