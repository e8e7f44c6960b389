import type { AssetsLimit } from '../../eligibility/requirements/assets';

/** Limit on assets of public housing (r.r. 4/2017 art. 7): 22,000 euro for one person, otherwise 16,000 + 5,000 x PSE. */
export const publicHousingAssets: AssetsLimit = {
	onePersonCents: 2_200_000,
	baseCents: 1_600_000,
	perPseCents: 500_000,
	pse: [100, 157, 204, 246, 285],
	pseEachFurther: 35
};

/**
 * The requirements for public housing (r.r. 4/2017 art. 7). The permit of two years with work is before the
 * Constitutional Court.
 */
export const publicHousingPermits = {
	accepted: ['italian', 'eu', 'eu-long-term-permit', 'two-year-permit-and-work', 'international-protection']
} as const;

/** As a household's place in the ranking is broken from a tie: residence first, then the sub-scores. */
export const lawfulTies = ['municipality-days', 'region-days', 'family', 'housing', 'economic'] as const;
export const tiesSource = 'r.r. 4/2017 art. 12(3)';
