import { addDays, dayOf, endOfDay, isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import type { RuleValue } from '../ruleset/rule-value';

/**
 * Days from an answer until the term of the procedure runs on. Known from commentaries on L. 241/1990 art. 10-bis, in the words
 * of D.L. 76/2020 art. 12; the article itself is not among the sources at hand.
 */
export const daysAfterAnswer: RuleValue<number> = { value: 10, certainty: 'known', source: 'L. 241/1990, art. 10-bis' };

/**
 * When the term of the procedure runs on that a notice of rejection suspended: ten days after an answer in time, or at the end
 * of the time to answer. An answer after it is read too, and suspends nothing any more.
 */
export function termRunsOn({
	deadline,
	answeredAt
}: {
	readonly deadline: Instant;
	readonly answeredAt: Instant | null;
}) {
	if (answeredAt === null || isPast(deadline, answeredAt)) return deadline;
	return endOfDay(addDays(dayOf(answeredAt), daysAfterAnswer.value));
}
