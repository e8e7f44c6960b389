import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import type { Consequence, RefusalRules } from '../offers/refusal-rules';

/** One household of a notice and, if it had an offer, what became of it. Several offers are several rows. */
export interface Happening {
	readonly pseudonym: string;
	readonly endedAt: Instant | null;
	readonly offerId: string | null;
	readonly dwellingId: string | null;
	readonly deadline: Instant | null;
	/** The event that closed the offer, if it is closed. */
	readonly event: 'made' | 'accepted' | 'refused' | 'expired' | 'withdrawn' | null;
	readonly at: Instant | null;
	/** For a refusal: 1 when the rules accept its reason. For a withdrawal: 1 when the household did not cause it. */
	readonly justified: number | null;
}

/** A household and a dwelling that it no longer asks for, because it refused it and waits for others. */
export interface Strike {
	readonly application: string;
	readonly dwelling: string;
}

/** The events of the households of a notice, by pseudonym. */
export interface Happened {
	/** Pseudonym -> dwelling, for households that accepted: they no longer move. */
	readonly signed: ReadonlyMap<string, string>;
	/** Households that left, in order. */
	readonly departed: readonly string[];
	readonly struck: readonly Strike[];
}

/**
 * Which households signed, left, or refused one dwelling only, derived from what happened. A household leaves when its
 * request ends, and when the agency withdraws an offer because of it. What follows a refusal or an expiry is in the
 * notice's rules: either the household leaves, or the dwelling is removed from its request. A withdrawal cancels an
 * acceptance.
 */
export function departuresOf(happenings: readonly Happening[], rules: RefusalRules, now: Instant): Happened {
	const withdrawn = new Set(happenings.filter(({ event }) => event === 'withdrawn').map(({ offerId }) => offerId));
	const went = new Map<string, Instant>();
	const signed = new Map<string, string>();
	const struck: Strike[] = [];
	for (const happening of happenings) {
		const { pseudonym, endedAt, event, dwellingId, offerId } = happening;
		const consequence = consequenceOf(happening, rules, now);
		const at = endedAt ?? (consequence === 'leaves-ranking' ? (happening.at ?? happening.deadline) : null);
		if (at !== null && at < (went.get(pseudonym) ?? '~')) went.set(pseudonym, at);
		if (consequence === 'keeps-waiting' && dwellingId) struck.push({ application: pseudonym, dwelling: dwellingId });
		if (event === 'accepted' && dwellingId && !withdrawn.has(offerId)) signed.set(pseudonym, dwellingId);
	}
	const departed = [...went].sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x < y ? -1 : 1));
	return { signed, departed: departed.map(([pseudonym]) => pseudonym), struck };
}

/**
 * The consequence of an offer that its household did not take. Null for an offer that is open, accepted, or withdrawn
 * without the household's fault.
 */
export function consequenceOf(
	{ event, justified, deadline, offerId }: Pick<Happening, 'event' | 'justified' | 'deadline' | 'offerId'>,
	rules: RefusalRules,
	now: Instant
): Consequence | null {
	if (event === 'refused') return justified === 1 ? rules.justified : rules.unjustified;
	if (event === 'expired') return rules.expired;
	if (event === 'withdrawn') return justified === 1 ? null : 'leaves-ranking';
	const unanswered = offerId !== null && event === null && deadline !== null;
	return unanswered && isPast(deadline, now) ? rules.expired : null;
}

/** The households that have an offer at `now`: unanswered in time, or accepted and not withdrawn. */
export function holdersOfOffers(happenings: readonly Happening[], now: Instant): ReadonlySet<string> {
	const withdrawn = new Set(happenings.filter(({ event }) => event === 'withdrawn').map(({ offerId }) => offerId));
	const holding = happenings.filter(({ offerId, event, deadline }) => {
		if (offerId === null || withdrawn.has(offerId)) return false;
		return event === 'accepted' || (event === null && deadline !== null && !isPast(deadline, now));
	});
	return new Set(holding.map(({ pseudonym }) => pseudonym));
}
