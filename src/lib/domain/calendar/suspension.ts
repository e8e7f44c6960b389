import type { RuleValue } from '../ruleset/rule-value';
import { addDays, dayOf, endOfDay, isPast } from './deadline';
import type { Instant } from './instant';

/**
 * The most calendar days for which a term stops while the office asks for what it does not hold. It stops once. Known from
 * commentaries on L. 241/1990 art. 2; the article itself is not among the sources at hand.
 */
export const stopForPapers: RuleValue<number> = {
	value: 30,
	certainty: 'known',
	source: 'L. 241/1990, art. 2, comma 7'
};

/** A question of the office to a household: when it was asked, until when, and when the household answered. */
export type Asked = { readonly askedAt: Instant; readonly deadline: Instant; readonly answeredAt: Instant | null };

/** `stopped`: the term stands still now, since the question and until then at most; null while it runs. */
export type StoppedTerm = {
	readonly due: Instant;
	readonly stopped: { readonly since: Instant; readonly until: Instant } | null;
};

/**
 * When a term ends that the first question after its beginning stopped: from the question to the answer, the end of the
 * time to answer or the most days of the law, whatever comes first. Days count in Milan, and the day of the question does not
 * count. A question after the end of a term stops nothing.
 */
export function stoppedTerm(
	{ begunAt, due }: { readonly begunAt: Instant; readonly due: Instant },
	asked: readonly Asked[],
	now: Instant
): StoppedTerm {
	const first = asked
		.filter(({ askedAt }) => askedAt >= begunAt && !isPast(due, askedAt))
		.toSorted((one, other) => (one.askedAt < other.askedAt ? -1 : 1))[0];
	if (!first) return { due, stopped: null };
	const { askedAt, deadline, answeredAt } = first;
	const most = endOfDay(addDays(dayOf(askedAt), stopForPapers.value));
	const ends = [answeredAt ?? deadline, deadline, most].toSorted()[0]!;
	const stands = answeredAt === null && !isPast(ends, now);
	return {
		due: endOfDay(addDays(dayOf(due), daysBetween(askedAt, ends))),
		stopped: stands ? { since: askedAt, until: ends } : null
	};
}

/** Calendar days in Milan from one instant to a later one. */
function daysBetween(from: Instant, to: Instant): number {
	return Math.round((Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / 86_400_000);
}
