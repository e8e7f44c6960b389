import { addDays } from '../calendar/deadline';
import type { Day } from '../calendar/instant';
import { lastDay, SOON_DAYS, type DocumentFacts } from './judge-document';
import { kindRules } from './kinds';

/** A last word, so many days before a document ends. */
const LAST_DAYS = 14;

/** The days on which a person is told that a document ends, and its last day; none for one that does not end by itself. */
function daysOf(facts: DocumentFacts): { until: Day; days: readonly Day[] } | null {
	const until = lastDay(facts);
	const { lasts, staysInReview } = kindRules[facts.kind];
	if (until === null || staysInReview) return null;
	// The new one of a document that ends with the year can be asked for in the next year only.
	const before = lasts === 'year-end' ? [LAST_DAYS] : [SOON_DAYS, LAST_DAYS];
	return { until, days: before.map((count) => addDays(until, -count)) };
}

/** The next day after `today` on which the person is told that a document ends; null where no more is left to tell. */
export const nextWarning = (facts: DocumentFacts, today: Day): Day | null =>
	daysOf(facts)?.days.find((day) => day > today) ?? null;

/** The last day of a document of which the person is to be told today; null where it ends much later, or has ended. */
export function endToTell(facts: DocumentFacts, today: Day): Day | null {
	const found = daysOf(facts);
	return found && today <= found.until && found.days.some((day) => day <= today) ? found.until : null;
}
