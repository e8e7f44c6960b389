import type { Instant } from '$lib/domain/calendar/instant';
import { log } from '$lib/server/log';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { after, asMail, ended, left, MINUTE, unreached, WAITS, type Changes } from './changes';
import { NotTaken, openDirect, openReceipt, sealReceipt, type NewsSenders } from './news/news';
import type { OutboxMail } from './repository';
import type { MailProblem } from './table';

/** Minutes between tries, and between questions whether the news arrived: a deadline may run, so the mail goes after an hour and a half. */
const NEWS_WAITS = WAITS.slice(0, 4);

const senderOf = (news: NewsSenders, { channel }: OutboxMail) => (channel === 'email' ? undefined : news[channel]);

/** Tells by the channel of the reader that there is news. Where the other side says later whether it arrived, it is asked. */
export async function tryNews(
	{ db }: AppDatabase,
	news: NewsSenders,
	mail: OutboxMail,
	now: Instant
): Promise<Changes> {
	const sender = senderOf(news, mail);
	if (!sender || !mail.direct_sealed) return asMail(now);
	const direct = await openDirect(db, mail.id, mail.direct_sealed);
	// The reader was erased: nobody is told.
	if (!direct) return ended(now);
	try {
		const receipt = await sender.send({ id: mail.id, ...direct });
		if (!receipt || !sender.ask) return left(now);
		const receiptSealed = await sealReceipt(db, mail.id, mail.direct_sealed, receipt);
		const first = { attempts: 0, due_at: after(now, NEWS_WAITS[0]! * MINUTE), problem: null, problem_at: null };
		return { ...first, receipt_sealed: receiptSealed };
	} catch (error) {
		return notYet(mail, error, now);
	}
}

/**
 * Asks whether the news that was taken has arrived. Nothing leaves: where it did not arrive, the row becomes a mail, and what that
 * mail says is decided when it leaves.
 */
export async function askNews(
	{ db }: AppDatabase,
	news: NewsSenders,
	mail: OutboxMail,
	now: Instant
): Promise<Changes> {
	const { id, direct_sealed, receipt_sealed } = mail;
	const sender = senderOf(news, mail);
	if (!sender?.ask || !direct_sealed || !receipt_sealed) return asMail(now);
	const direct = await openDirect(db, id, direct_sealed);
	const receipt = await openReceipt(db, id, receipt_sealed);
	if (!direct || !receipt) return ended(now);
	try {
		const state = await sender.ask({ to: direct.to, receipt });
		if (state === 'arrived') return left(now);
		if (state === 'failed') throw new NotTaken('refused', 'not delivered');
		return againOrMail(mail, 'later', 0, now);
	} catch (error) {
		return notYet(mail, error, now);
	}
}

function notYet(mail: OutboxMail, error: unknown, now: Instant): Changes {
	const { problem, code, waitMs } = error instanceof NotTaken ? error : new NotTaken('unreachable', 'unknown');
	log.warn({ mail: mail.id, channel: mail.channel, attempts: mail.attempts, code }, 'news not told');
	return againOrMail(mail, problem, waitMs, now);
}

/** A refusal, or the last wait over: the mail goes. */
function againOrMail(mail: OutboxMail, problem: MailProblem, waitMs: number, now: Instant): Changes {
	const wait = NEWS_WAITS[mail.attempts - 1];
	if (problem === 'refused' || wait === undefined) return unreached(mail, now);
	return { problem, problem_at: now, due_at: after(now, Math.max(wait * MINUTE, waitMs)) };
}
