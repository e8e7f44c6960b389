import { addDays } from '../calendar/deadline';
import type { Day } from '../calendar/instant';
import { lastDay, SOON_DAYS, type DocumentFacts } from './judge-document';
import { kindRules } from './kinds';

/** The portal warns a second time so many days before a document ends. */
const LAST_DAYS = 14;

/** The last day of a document, and the days on which its person is warned; null where it does not end by itself. */
function daysOf(facts: DocumentFacts): { until: Day; days: readonly Day[] } | null {
	const until = lastDay(facts);
	const { lasts, staysInReview } = kindRules[facts.kind];
	if (until === null || staysInReview) return null;
	// A document that ends with the year can be renewed only in the next year.
	const before = lasts === 'year-end' ? [LAST_DAYS] : [SOON_DAYS, LAST_DAYS];
	return { until, days: before.map((count) => addDays(until, -count)) };
}

/** The next day after `today` on which the person is warned that a document ends; null where no warning is left. */
export const nextWarning = (facts: DocumentFacts, today: Day): Day | null =>
	daysOf(facts)?.days.find((day) => day > today) ?? null;

/** The last day of a document, where its person is to be warned by today; null where it ends much later, or has ended. */
export function endToTell(facts: DocumentFacts, today: Day): Day | null {
	const found = daysOf(facts);
	return found && today <= found.until && found.days.some((day) => day <= today) ? found.until : null;
}
