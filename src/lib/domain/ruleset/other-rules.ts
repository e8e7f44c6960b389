import { categories } from '../household/category';
import { groundKinds } from './ground-kind';
import { consequences, refusalReasons } from '../offers/refusal-rules';
import * as is from './kinds';

export const tieBreakers = ['municipality-days', 'region-days', 'family', 'housing', 'economic'] as const;
export type TieBreaker = (typeof tieBreakers)[number];

const sizeBand = is.group({
	persons: is.beside(is.count),
	minDm2: is.neverFalling(is.area),
	maxDm2: is.beside(is.orNull(is.area))
});

/** Net areas that suit a household of `persons`, both ends included; the last band holds for more persons. */
const adequacy = is.group({
	bands: is.filledList(sizeBand),
	/** Under this area a dwelling goes to one person only. */
	onePersonUnderDm2: is.area
});
export type AdequacyRules = is.ValueOf<typeof adequacy>;

/** The information that a category gives away about a household. */
const ground = { ...is.choice(groundKinds), empty: 'absent' } as const;

/**
 * The rules of a rule set that are neither requirements nor criteria, in the order of the pages. `needed`: no rule set can
 * do without it.
 */
export const otherRules = {
	residenceCounting: { is: is.choice(['unbroken', 'total']), needed: false },
	ties: { is: is.list(is.choice(tieBreakers)), needed: true },
	adequacy: { is: adequacy, needed: true },
	carersRoomCounts: { is: is.yesNo, needed: true },
	indigent: { is: is.group({ iseeMaxCents: is.euro }), needed: false },
	setAsides: {
		is: is.list(
			is.group({ category: is.word(categories), share: is.share, rounding: is.choice(['up', 'half-up']), ground })
		),
		needed: false
	},
	quotas: {
		is: is.list(
			is.group({ kind: is.choice(['guarantee', 'ceiling']), category: is.word(categories), places: is.places, ground })
		),
		needed: false
	},
	refusal: {
		is: is.group({
			justified: is.choice(consequences),
			unjustified: is.choice(consequences),
			expired: is.choice(consequences),
			justifiedReasons: is.choices(refusalReasons)
		}),
		needed: false
	},
	procedure: {
		is: is.group({
			provisionalWithin: is.count,
			corrections: is.count,
			finalWithin: is.count,
			rejectionNotice: is.count
		}),
		needed: false
	}
} as const satisfies Record<string, { readonly is: is.Kind; readonly needed: boolean }>;
