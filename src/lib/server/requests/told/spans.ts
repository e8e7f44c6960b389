import { dayOf } from '$lib/domain/calendar/deadline';
import type { ResidenceSpan } from '$lib/domain/household/fact-parts';
import { MOST_SPANS } from '$lib/domain/household/residence';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { pastDay } from '$lib/server/platform/forms/fields';
import { textOf } from './reading';

type ReadSpans = { spans: ResidenceSpan[]; errors: Record<string, string> };

/** The rows of earlier residence (`spanPlace-1`, `spanFrom-1`, `spanTo-1`, …); a row left blank is none. */
export function readSpans(form: FormData): ReadSpans {
	const read: ReadSpans = { spans: [], errors: {} };
	for (let row = 1; row <= MOST_SPANS; row += 1) {
		const [place, from, to] = ['Place', 'From', 'To'].map((part) => textOf(form, `span${part}-${row}`));
		if (!place && !from && !to) continue;
		const [first, last] = [pastDay.safeParse(from), pastDay.safeParse(to)];
		if (place !== 'municipality' && place !== 'region') read.errors[`spanPlace-${row}`] = m.apply_error_choose();
		else if (!first.success || !first.data) read.errors[`spanFrom-${row}`] = m.apply_error_span_day();
		else if (!last.success || !last.data) read.errors[`spanTo-${row}`] = m.apply_error_span_day();
		else if (last.data < first.data || last.data >= dayOf(now()))
			read.errors[`spanTo-${row}`] = m.apply_error_span_order();
		else read.spans.push({ place, from: first.data, to: last.data });
	}
	return read;
}
