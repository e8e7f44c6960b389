import { euro, filledList, hundredths, rising, type ValueOf } from '../../ruleset/kinds';
import { requirement } from '../requirement';

/** One person, or `base + perPse x PSE`; PSE for 1, 2, … persons, then one more each. */
const numbers = {
	onePersonCents: euro,
	baseCents: euro,
	perPseCents: euro,
	pse: filledList(rising(hundredths)),
	pseEachFurther: hundredths
} as const;
export type AssetsLimit = ValueOf<{ readonly kind: 'group'; readonly members: typeof numbers }>;

/**
 * The limit on assets for `persons` (at least 1), in cents: a sum for one person, otherwise base + 5,000 x PSE
 * (r.r. 4/2017 art. 7). PSE is in hundredths, so the product is divided once, exactly.
 */
export function assetsLimitCents(limit: AssetsLimit, persons: number): number {
	if (persons <= 1) return limit.onePersonCents;
	const listed = Math.min(persons, limit.pse.length);
	const pse = limit.pse[listed - 1]! + (persons - listed) * limit.pseEachFurther;
	return limit.baseCents + Math.floor((limit.perPseCents * pse) / 100);
}

/** Assets at most the limit for the number of persons, the limit included. */
export const assets = requirement('assets', {
	numbers,
	facts: ['members'],
	evenIfBlank: ['assetsCents'],
	judge({ household: { assetsCents, members } }, limit) {
		const threshold = assetsLimitCents(limit, members.length);
		if (assetsCents === null) return { outcome: 'missing', threshold, fact: null, reason: 'assets-not-declared' };
		const met = assetsCents <= threshold;
		return { outcome: met ? 'met' : 'failed', threshold, fact: assetsCents, reason: met ? 'met' : 'assets-over-limit' };
	}
});
