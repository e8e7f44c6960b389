import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import type { Consequence, RefusalRules } from '../offers/refusal-rules';

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
	/** Of a refusal: 1 when the rules accept its reason. Of a withdrawal: 1 when it was not the household's doing. */
	readonly justified: number | null;
}

/** A household and a dwelling that it no longer asks for: it refused that one and waits for others. */
export interface Strike {
	readonly application: string;
	readonly dwelling: string;
}

/** What happened to the households of a notice, by pseudonym. */
export interface Happened {
	/** Pseudonym -> dwelling, of the households that accepted: they no longer move. */
	readonly signed: ReadonlyMap<string, string>;
	/** Who went, in the order of going. */
	readonly departed: readonly string[];
	readonly struck: readonly Strike[];
}

/**
 * Who signed, who went and who refused one dwelling only, from what happened. A household goes when its request ended
 * and when the agency took an offer back because of it; what follows a refusal or an expiry the notice's rules say:
 * either the household goes, or the dwelling is struck from its request. A withdrawal closes an acceptance.
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

/** What an offer that was not taken means for its household; null for one that is open, accepted or taken back by no fault. */
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
