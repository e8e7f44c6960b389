import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import { log } from '$lib/server/log';
import { after, ended, left, MINUTE, WAITS, type Changes } from './changes';
import { deleteLastMail } from './erase-repository';
import type { NewsSenders } from './news/news';
import { claimDue, updateMail, type OutboxMail } from './repository';
import type { MailProblem } from './table';
import type { MailTransport } from './transport';
import { askNews, tryNews } from './try-news';

const BATCH = 20;
const LEASE = 5 * MINUTE;

/** Subject and text of a mail as it leaves. */
export type Leaving = { readonly subject: string; readonly text: string };
export type LeavingMail = Pick<OutboxMail, 'message_id' | 'reader_id' | 'subject' | 'body'>;
/** What a mail says when it leaves; null where it may not leave any more. */
export type Leave = (database: AppDatabase, mail: LeavingMail, now: Instant) => Promise<Leaving | null>;
type Ways = { readonly transport: MailTransport; readonly news: NewsSenders; readonly leave: Leave };

const asWritten: Leave = async (_, { subject, body }) => ({ subject, text: body ?? '' });

/**
 * Sends what is due, a batch at a time, by mail or by the channel of its reader, asks whether what App IO took has arrived, and
 * returns how many left and how many failed. A message is sent at least once: if a process dies after the server's answer and before its own record, it is sent
 * again when its lease ends, as the same message.
 * The text is deleted as soon as it is no longer needed. `leave` decides what each mail says.
 */
export async function sendDueMails(
	database: AppDatabase,
	transport: MailTransport,
	now: Instant,
	news: NewsSenders = {},
	leave: Leave = asWritten
): Promise<{ sent: number; failed: number }> {
	const mails = await database.transact((trx) =>
		claimDue(trx, database.kind, { now, lease: after(now, LEASE) }, BATCH)
	);
	const counts = { sent: 0, failed: 0 };
	for (const mail of mails) {
		const changes = await attempt(database, { transport, news, leave }, mail, now);
		const how = howItWent(mail, changes);
		if (how) counts[how] += 1;
		await database.transact((trx) => endTry(trx, mail, changes));
	}
	return counts;
}

/** Null for news that left before and was only asked for, unless it did not arrive. */
function howItWent(mail: OutboxMail, changes: Changes): 'sent' | 'failed' | null {
	if (mail.receipt_sealed) return changes.channel === 'email' ? 'failed' : null;
	return changes.sent_at || changes.receipt_sealed ? 'sent' : 'failed';
}

/** Writes how a try ended. Of the last mail to an erased account nothing stays, once it has left or is given up. */
async function endTry(trx: Transaction<Database>, mail: OutboxMail, changes: Changes): Promise<void> {
	const isOver = Boolean(changes.sent_at ?? changes.given_up_at);
	if (isOver && (await deleteLastMail(trx, mail.id))) return;
	await updateMail(trx, mail.id, changes);
}

async function attempt(database: AppDatabase, { transport, news, leave }: Ways, mail: OutboxMail, now: Instant) {
	// Asking tells the reader nothing, so it needs no leave.
	if (mail.receipt_sealed) return askNews(database, news, mail, now);
	const words = await leave(database, mail, now);
	if (!words) return ended(now);
	if (mail.channel === 'email') return attemptMail(transport, mail, words, now);
	return tryNews(database, news, mail, now);
}

async function attemptMail(transport: MailTransport, mail: OutboxMail, words: Leaving, now: Instant): Promise<Changes> {
	try {
		await transport.send({ id: mail.id, to: mail.recipient, ...words });
		return left(now);
	} catch (error) {
		// The server's words may quote the address, so only its code is recorded.
		const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
		log.warn({ mail: mail.id, attempts: mail.attempts, code }, 'mail not sent');
		const wait = WAITS[mail.attempts - 1];
		const failed = { problem: problemOf(error), problem_at: now };
		return wait === undefined
			? { ...failed, given_up_at: now, body: null }
			: { ...failed, due_at: after(now, wait * MINUTE) };
	}
}

/** The answer of the recipient's server: RFC 5321 section 4.2.1, the first digit of the reply. */
function problemOf(error: unknown): MailProblem {
	const reply = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
	if (reply >= 500) return 'refused';
	return reply >= 400 ? 'later' : 'unreachable';
}
