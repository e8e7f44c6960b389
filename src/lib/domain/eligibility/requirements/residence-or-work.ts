import { requirement } from '../requirement';

/**
 * Lives or works in Lombardy on the day of the request. No number of years is required (Constitutional Court 44/2020).
 */
export const residenceOrWork = requirement('residenceOrWork', ({ household, today }) => {
	const lives = household.regionSince !== null && household.regionSince <= today;
	const met = lives || household.worksInLombardy;
	return {
		outcome: met ? 'met' : 'failed',
		threshold: 'residence-or-work',
		fact: lives ? 'residence' : household.worksInLombardy ? 'work' : 'neither',
		reason: met ? 'met' : 'no-residence-or-work'
	};
});
