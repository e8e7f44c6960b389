import type { RuleSet } from '../ruleset/rule-set';

export type Adequacy = 'adequate' | 'too-small' | 'too-large' | 'area-unknown';

/**
 * Whether a dwelling of `netAreaDm2` (hundredths of a square metre; null: not measured) suits `persons` (at least 1).
 * With `carersRoom`, one more person sleeps there where that makes it suit. r.r. 4/2017 art. 9(2), after r.r. 3/2019:
 * net areas, both ends included (46.00 m2 suits one person, 46.01 does not). A dwelling under 28 m2 suits one person
 * only. Seven and more persons count as six.
 */
export function adequacyOf(rules: RuleSet, netAreaDm2: number | null, persons: number, carersRoom = false): Adequacy {
	if (netAreaDm2 === null) return 'area-unknown';
	const alone = judgeSize(rules, netAreaDm2, persons);
	if (alone !== 'too-large' || !carersRoom || !rules.carersRoomCounts.value) return alone;
	return judgeSize(rules, netAreaDm2, persons + 1) === 'adequate' ? 'adequate' : alone;
}

function judgeSize(rules: RuleSet, netAreaDm2: number, persons: number): Adequacy {
	const { bands, onePersonUnderDm2 } = rules.adequacy.value;
	if (netAreaDm2 < onePersonUnderDm2) return persons === 1 ? 'adequate' : 'too-small';
	const band = bands[Math.min(persons, bands.length) - 1]!;
	if (netAreaDm2 < band.minDm2) return 'too-small';
	return band.maxDm2 !== null && netAreaDm2 > band.maxDm2 ? 'too-large' : 'adequate';
}

/** The numbers of persons, from 1 to the last band, that a dwelling of this net area suits. */
export function personsThatFit(rules: RuleSet, netAreaDm2: number): number[] {
	return rules.adequacy.value.bands
		.map((band) => band.persons)
		.filter((persons) => judgeSize(rules, netAreaDm2, persons) === 'adequate');
}

/**
 * The net areas that suit `persons` (at least 1), both ends included, in hundredths of a square metre; null: no
 * maximum.
 */
export function sizesThatFit(rules: RuleSet, persons: number): { minDm2: number; maxDm2: number | null } {
	const { bands } = rules.adequacy.value;
	const { minDm2, maxDm2 } = bands[Math.min(persons, bands.length) - 1]!;
	// A dwelling under the least area suits one person only, however small it is.
	return { minDm2: persons === 1 ? 0 : minDm2, maxDm2 };
}
