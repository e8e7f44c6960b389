import type { Instant } from '$lib/domain/calendar/instant';
import type { Act } from './acts';

/** What a person says yes to: the mandate itself, or one act that a helper never does alone. */
export const consentActs = [
	'mandate',
	'send',
	'withdraw',
	'change-contact',
	'answer-offer'
] as const satisfies readonly ('mandate' | Act)[];
export type ConsentAct = (typeof consentActs)[number];

export const CODE_DIGITS = 6;
/** How long a code lives, how many wrong ones may be typed, and how many may be asked for in a day. Example values. */
export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;
export const CODES_A_DAY = 10;

const MINUTE = 60_000;

/** The last instant of a code that was sent at `askedAt`. */
export const codeEnds = (askedAt: Instant): Instant =>
	new Date(Date.parse(askedAt) + CODE_MINUTES * MINUTE).toISOString();

/** A code that was sent: how many wrong ones were typed, and whether the right one was. */
export type SentCode = { readonly askedAt: Instant; readonly tries: number; readonly givenAt: Instant | null };

/** Whether a code can still be typed; else why not. */
export function judgeCode(
	{ askedAt, tries, givenAt }: SentCode,
	at: Instant
): 'open' | 'used' | 'too-old' | 'too-often' {
	if (givenAt !== null) return 'used';
	if (tries >= CODE_TRIES) return 'too-often';
	return at > codeEnds(askedAt) ? 'too-old' : 'open';
}
