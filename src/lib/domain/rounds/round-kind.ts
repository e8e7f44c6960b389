import { deadlineAfter, isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import type { ProcedureDays } from './procedure';

export const roundKinds = ['provisional', 'corrected', 'final'] as const;
/** provisional: published so that errors are found. corrected: after one was. final: homes are offered from it, and what falls free later gives the next final version. */
export type RoundKind = (typeof roundKinds)[number];

/** A version that was published. */
export interface PublishedVersion {
	readonly kind: RoundKind;
	readonly publishedAt: Instant;
}

/** Of all versions of a notice, those that were published. */
export function publishedOnly<Version extends { readonly publishedAt: Instant | null }>(versions: readonly Version[]) {
	return versions.filter((one): one is Version & { readonly publishedAt: Instant } => one.publishedAt !== null);
}

/** By when each ranking of a notice is due and until when corrections are possible; null before it can be known. */
export interface RoundDates {
	readonly provisionalDue: Instant;
	readonly correctionsUntil: Instant | null;
	readonly finalDue: Instant | null;
}

/**
 * The dates of a notice's rankings, each the last moment of its day: the window for corrections counts from the first
 * publication, and a corrected version does not open it again (domain-rules.md, Time).
 * @param published in any order
 */
export function roundDates(closesAt: Instant, published: readonly PublishedVersion[], days: ProcedureDays): RoundDates {
	const provisionalDue = deadlineAfter(closesAt, days.provisionalWithin);
	const [first] = published
		.filter(({ kind }) => kind !== 'final')
		.map(({ publishedAt }) => publishedAt)
		.toSorted();
	if (first === undefined) return { provisionalDue, correctionsUntil: null, finalDue: null };
	const correctionsUntil = deadlineAfter(first, days.corrections);
	return { provisionalDue, correctionsUntil, finalDue: deadlineAfter(correctionsUntil, days.finalWithin) };
}

/** What kind the next version is at `now`; final once a final one was published, or where the rules allow no corrections. */
export function nextKind(published: readonly PublishedVersion[], days: ProcedureDays, now: Instant): RoundKind {
	if (published.some(({ kind }) => kind === 'final')) return 'final';
	if (published.length === 0) return days.corrections > 0 ? 'provisional' : 'final';
	const { correctionsUntil } = roundDates(published[0]!.publishedAt, published, days);
	return isPast(correctionsUntil!, now) ? 'final' : 'corrected';
}
