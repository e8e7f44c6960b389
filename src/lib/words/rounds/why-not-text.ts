import type { WhyNot } from '$lib/domain/rounds/household-places';
import type { TieBreaker } from '$lib/domain/ruleset/other-rules';
import { m } from '$lib/paraglide/messages';

const reasons: Record<Exclude<WhyNot, `key[${number}]`>, () => string> = {
	unacceptable: m.place_because_unacceptable,
	frozen: m.place_because_signed,
	kept: m.place_because_kept,
	order: m.place_because_order,
	setAside: m.place_because_set_aside,
	quota: m.place_because_quota,
	ticket: m.place_because_draw,
	id: m.place_because_id
};

const ties: Record<TieBreaker, () => string> = {
	'municipality-days': m.place_because_municipality_days,
	'region-days': m.place_because_region_days,
	family: m.place_because_family,
	housing: m.place_because_housing,
	economic: m.place_because_economic
};

/**
 * Why a household did not get a home, by the rule of that home. The text never tells who holds the home or anything
 * about that household.
 * @param compared what each key after the points compares, in the order of the notice's rules
 */
export function whyNotText(because: WhyNot, compared: readonly TieBreaker[]): string {
	const key = /^key\[(\d+)\]$/.exec(because)?.[1];
	if (key === undefined) return reasons[because as keyof typeof reasons]();
	if (key === '0') return m.place_because_points();
	const tie = compared[Number(key) - 1];
	return tie === undefined ? m.place_because_tie() : ties[tie]();
}
