import { addDays } from '../calendar/deadline';
import type { Day } from '../calendar/instant';
import type { ResidenceSpan } from './fact-parts';
import type { Household } from './household';
import { wholeDays } from './age';

/** Periods of earlier residence that a form asks for; more of them are told to the agency. */
export const MOST_SPANS = 6;

export type ResidenceCounting = 'unbroken' | 'total';
type Declared = Pick<Household, 'regionSince' | 'municipalitySince' | 'earlierResidence'>;

/**
 * The day from which residence counts, at `today`; null for none. `unbroken`: a gap of one day begins it anew. `total`:
 * every day lived there counts once, as if the last of them were today. Spans may overlap and stand in any order.
 */
export function residenceSince(
	declared: Declared,
	place: ResidenceSpan['place'],
	counting: ResidenceCounting,
	today: Day
): Day | null {
	const now = place === 'region' ? declared.regionSince : declared.municipalitySince;
	if (!declared.earlierResidence?.length) return now;
	const spans = declared.earlierResidence
		.filter((span) => (place === 'region' || span.place === place) && span.from <= span.to && span.from <= today)
		.map(({ from, to }) => ({ from, to: to < today ? to : today }));
	if (now !== null && now <= today) spans.push({ from: now, to: today });
	return counting === 'unbroken' ? unbrokenSince(spans, today) : totalSince(spans, today);
}

type Span = { readonly from: Day; readonly to: Day };

/** The first day of the chain of spans that reaches `today`, each beginning at the latest the day after another ends. */
function unbrokenSince(spans: readonly Span[], today: Day): Day | null {
	let since: Day | null = null;
	for (const { from, to } of spans.toSorted((a, b) => (a.to < b.to ? 1 : -1))) {
		const reaches = since === null ? to === today : addDays(to, 1) >= since;
		if (reaches && (since === null || from < since)) since = from;
	}
	return since;
}

function totalSince(spans: readonly Span[], today: Day): Day | null {
	let days = 0;
	let counted: Day | null = null;
	for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
		const first: Day = counted !== null && counted >= from ? addDays(counted, 1) : from;
		if (first > to) continue;
		days += wholeDays(first, to) + 1;
		counted = to;
	}
	return days === 0 ? null : addDays(today, 1 - days);
}
