import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';

/** One household of a notice and, if it had an offer, how that went; several rows for several offers. */
export interface Happening {
	readonly pseudonym: string;
	readonly endedAt: Instant | null;
	readonly offerId: string | null;
	readonly dwellingId: string | null;
	readonly deadline: Instant | null;
	/** What closed the offer, if anything did. */
	readonly event: 'made' | 'accepted' | 'refused' | 'expired' | 'withdrawn' | null;
	readonly at: Instant | null;
	/** Of a withdrawal: 1 when it was not the household's doing, so that it keeps its place. */
	readonly justified: number | null;
}

/**
 * Who signed and who went, from what happened. A household goes when its request ended, when it refused an offer or let
 * it expire, and when the agency took the offer back because of it; in the order in which that happened.
 * A withdrawal closes an acceptance.
 */
export function departuresOf(happenings: readonly Happening[], now: Instant) {
	const withdrawn = new Set(happenings.filter(({ event }) => event === 'withdrawn').map(({ offerId }) => offerId));
	const went = new Map<string, Instant>();
	const signed = new Map<string, string>();
	for (const happening of happenings) {
		const { pseudonym, endedAt, event, dwellingId, offerId } = happening;
		const at = endedAt ?? wentAt(happening, now);
		if (at !== null && at < (went.get(pseudonym) ?? '~')) went.set(pseudonym, at);
		if (event === 'accepted' && dwellingId && !withdrawn.has(offerId)) signed.set(pseudonym, dwellingId);
	}
	const departed = [...went].sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x < y ? -1 : 1));
	return { signed, departed: departed.map(([pseudonym]) => pseudonym) };
}

function wentAt({ event, at, deadline, justified, offerId }: Happening, now: Instant): Instant | null {
	if (event === 'refused' || event === 'expired') return at;
	if (event === 'withdrawn') return justified === 1 ? null : at;
	return offerId && event === null && deadline && isPast(deadline, now) ? deadline : null;
}
