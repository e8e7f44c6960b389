import type { LawfulRent } from '$lib/domain/rent/estimate-rent';
import type { RentRange } from '$lib/domain/rent/rent-range';
import { m } from '$lib/paraglide/messages';
import { formatMoney } from '../format';

const monthly = ({ monthMinCents, monthMaxCents }: RentRange) => ({
	min: formatMoney(monthMinCents),
	max: formatMoney(monthMaxCents)
});

/** The rent in one line. What is not decided is said here, not below it. */
export function rentHeadline({ band, range, highest }: LawfulRent): string {
	const amounts = monthly(range.sum);
	if (!band.decided) return m.rent_result_undecided_title(amounts);
	if (range.product) return m.rent_result_open_title(amounts);
	return highest.maximumMissed ? m.rent_result_below_title(amounts) : m.rent_result_title(amounts);
}

/** The line for a flat of which nothing was told: the whole zone, as a question and not as an answer. */
export const wholeZoneHeadline = (range: RentRange): string => m.rent_result_whole_title(monthly(range));
