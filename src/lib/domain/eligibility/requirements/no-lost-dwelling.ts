import { absence, requirement } from '../requirement';

/** Did not lose a public dwelling by its own act in the last five years. */
export const noLostDwelling = requirement('noLostDwelling', ({ household: { earlier } }) =>
	absence(earlier.lostPublicDwelling, 'lost-public-dwelling')
);
