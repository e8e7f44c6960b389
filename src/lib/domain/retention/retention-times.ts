import type { Instant } from '../calendar/instant';
import type { RuleValue } from '../ruleset/rule-value';

/** The kinds of record that outlive an account. */
export const keptKinds = ['request', 'tenancy'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** Whole years from the day that the kind names. */
type Years = RuleValue<number>;

/**
 * How long a record is kept after the account is erased. `request`: from the closing of its notice. `tenancy`: from the end
 * of the tenancy. Where no source was found the certainty is `open`: the agency enters its own number.
 */
const times: Readonly<Record<KeptKind, readonly Years[]>> = {
	request: [
		{
			value: 10,
			certainty: 'open',
			source: 'not found in the sources at hand; as long as a claim may be made (c.c. art. 2946)'
		}
	],
	tenancy: [{ value: 10, certainty: 'known', source: 'c.c. art. 2946 (ordinary limitation of ten years)' }]
};

/** The time for a kind that counts on `at`: values have dates, and the last that began counts. */
export function retentionOf(kind: KeptKind, at: Instant): Years {
	const begun = times[kind].filter(({ validFrom = '' }) => validFrom <= at);
	return begun.at(-1)!;
}

/** The last instant at which a record of this kind is kept, counted in whole years from `start`. */
export function keptUntil(kind: KeptKind, start: Instant): Instant {
	const years = retentionOf(kind, start).value;
	const until = new Date(start);
	const month = until.getUTCMonth();
	until.setUTCFullYear(until.getUTCFullYear() + years);
	// 29 February has no day of its name in other years: the last of the month.
	if (until.getUTCMonth() !== month) until.setUTCDate(0);
	return until.toISOString();
}
