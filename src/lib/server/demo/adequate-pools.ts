import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import type { DwellingsTable } from '$lib/server/homes/dwellings/table';
import { byPopularity, type Pool } from './popularity';
import type { Random } from './random';

/** Households of seven and more count as six (r.r. 4/2017 art. 9(2)). */
const LARGEST = 6;

export type AdequatePools = {
	/** The dwellings that suit so many persons. */
	of(persons: number): Pool;
	/** Those of them that suit a wheelchair. */
	accessibleTo(persons: number): Pool;
};

/** What each size of household may choose. How popular each dwelling is, is drawn once for all sizes. */
export function adequatePools(
	random: Random,
	rules: RuleSet,
	dwellings: readonly DwellingsTable[],
	accessible: ReadonlySet<string>
): AdequatePools {
	const byWish = random.shuffled(dwellings);
	const fitting = Array.from({ length: LARGEST }, (_, index) =>
		byWish.filter(({ net_area_dm2 }) => adequacyOf(rules, net_area_dm2, index + 1) === 'adequate').map(({ id }) => id)
	);
	const all = fitting.map(byPopularity);
	const barrierFree = fitting.map((ids) => byPopularity(ids.filter((id) => accessible.has(id))));
	const place = (persons: number) => Math.min(persons, LARGEST) - 1;
	return { of: (persons) => all[place(persons)]!, accessibleTo: (persons) => barrierFree[place(persons)]! };
}
