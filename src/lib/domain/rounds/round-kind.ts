import { isPast } from '../calendar/deadline';
import { deadlineAfter } from '../calendar/terms';
import type { Instant } from '../calendar/instant';
import type { ProcedureDays } from './procedure';

export const roundKinds = ['provisional', 'corrected', 'final'] as const;
/**
 * The kind of a version.
 * - provisional: published so that errors are found.
 * - corrected: published after an error was corrected.
 * - final: homes are offered from it. A home that becomes free later leads to the next final version.
 */
export type RoundKind = (typeof roundKinds)[number];

/** The facts by which a version that starts from the requests ranks: what was declared, then what was verified (ADR 46). */
export const factsOf = (kind: RoundKind) => (kind === 'provisional' ? 'declared' : 'verified');

/** A published version. */
export interface PublishedVersion {
	readonly kind: RoundKind;
	readonly publishedAt: Instant;
}

/** The published ones of all versions of a notice. */
export function publishedOnly<Version extends { readonly publishedAt: Instant | null }>(versions: readonly Version[]) {
	return versions.filter((one): one is Version & { readonly publishedAt: Instant } => one.publishedAt !== null);
}

/**
 * The days when the rankings of a notice are due, and until when corrections are possible. Null before they are known.
 */
export interface RoundDates {
	readonly provisionalDue: Instant;
	readonly correctionsUntil: Instant | null;
	readonly finalDue: Instant | null;
}

/**
 * The dates of a notice's rankings, each the last instant of its day. The window for corrections begins with the first
 * publication. A corrected version does not open it again.
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

/**
 * The kind of the next version at `now`. Final once a final one was published, or if the rules allow no corrections.
 */
export function nextKind(published: readonly PublishedVersion[], days: ProcedureDays, now: Instant): RoundKind {
	if (published.some(({ kind }) => kind === 'final')) return 'final';
	if (published.length === 0) return days.corrections > 0 ? 'provisional' : 'final';
	const { correctionsUntil } = roundDates(published[0]!.publishedAt, published, days);
	return isPast(correctionsUntil!, now) ? 'final' : 'corrected';
}
