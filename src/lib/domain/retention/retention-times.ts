import type { Instant } from '../calendar/instant';
import type { RuleValue } from '../ruleset/rule-value';

/** The kinds of record that outlive an account. */
export const keptKinds = ['request', 'tenancy'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** The kinds that the retention job removes, in the order in which it does. */
export const goingKinds = ['draft', 'reading', 'message', 'home-search', 'request'] as const;
export type GoingKind = (typeof goingKinds)[number];

/** Whole years from the day that the kind names. */
type Years = RuleValue<number>;

const NOT_FOUND = 'not found in the sources at hand';

/**
 * How long a record is kept. From: `draft` and `request` the closing of their notice; `reading` the day it was read (the limitation of damages); `message`
 * when it was written (the ordinary limitation of claims); `home-search` its end; `tenancy` its end. Where no source was found the certainty is `open`: the agency
 * enters its own number.
 */
const times: Readonly<Record<KeptKind | GoingKind, readonly Years[]>> = {
	draft: [{ value: 1, certainty: 'open', source: `${NOT_FOUND}; it counts for nothing (GDPR art. 5(1)(e))` }],
	reading: [{ value: 5, certainty: 'known', source: 'c.c. art. 2947' }],
	message: [{ value: 10, certainty: 'known', source: 'c.c. art. 2946' }],
	'home-search': [{ value: 2, certainty: 'open', source: `${NOT_FOUND}; it led to no tenancy (GDPR art. 5(1)(e))` }],
	request: [
		{
			value: 10,
			certainty: 'open',
			source: `${NOT_FOUND}; as long as a claim may be made (c.c. art. 2946)`
		}
	],
	tenancy: [{ value: 10, certainty: 'known', source: 'c.c. art. 2946 (ordinary limitation of ten years)' }]
};

/** The time for a kind that counts on `at`: values have dates, and the last that began counts. */
export function retentionOf(kind: KeptKind | GoingKind, at: Instant): Years {
	const begun = times[kind].filter(({ validFrom = '' }) => validFrom <= at);
	return begun.at(-1)!;
}

/** The last instant at which a record of this kind is kept, counted in whole years from `start`. */
export const keptUntil = (kind: KeptKind | GoingKind, start: Instant): Instant =>
	yearsFrom(start, retentionOf(kind, start).value);

/** Instants from `from`, included, to `before`, left out. */
export type Span = { readonly from: Instant; readonly before: Instant };

/** When a record of this kind must have begun, so that its time is over at `at`. */
export function dueSpans(kind: KeptKind | GoingKind, at: Instant): Span[] {
	const values = times[kind];
	return values.flatMap(({ value, validFrom = '' }, index) => {
		const over = yearsFrom(at, -value);
		const next = values[index + 1]?.validFrom;
		const before = next && next < over ? next : over;
		return validFrom < before ? [{ from: validFrom, before }] : [];
	});
}

function yearsFrom(start: Instant, years: number): Instant {
	const moved = new Date(start);
	const month = moved.getUTCMonth();
	moved.setUTCFullYear(moved.getUTCFullYear() + years);
	// 29 February has no day of its name in other years: the last of the month.
	if (moved.getUTCMonth() !== month) moved.setUTCDate(0);
	return moved.toISOString();
}
