import { plainRequirement } from '../requirement';

/**
 * Lives or works in Lombardy on the day of the request. No number of years is required (Constitutional Court 44/2020).
 */
export const residenceOrWork = plainRequirement('residenceOrWork', {
	facts: ['regionSince', 'worksInLombardy'],
	// One of the two is enough; since when a household lives there is for the points.
	told: ({ livesInLombardy, worksInLombardy }) =>
		livesInLombardy === true || worksInLombardy === true || (livesInLombardy === false && worksInLombardy === false),
	proof: ({ fact }) => (fact === 'work' ? ['work'] : []),
	judge({ household, today }) {
		const lives = household.regionSince !== null && household.regionSince <= today;
		const met = lives || household.worksInLombardy;
		return {
			outcome: met ? 'met' : 'failed',
			threshold: 'residence-or-work',
			fact: lives ? 'residence' : household.worksInLombardy ? 'work' : 'neither',
			reason: met ? 'met' : 'no-residence-or-work'
		};
	}
});
