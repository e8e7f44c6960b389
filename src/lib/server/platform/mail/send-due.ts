import type { Transaction, Updateable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import { log } from '$lib/server/log';
import { deleteLastMail } from './erase-repository';
import { NotTaken, openDirect, type NewsSenders } from './news/news';
import { claimDue, updateMail, type OutboxMail } from './repository';
import type { MailProblem, OutboxTable } from './table';
import type { MailTransport } from './transport';

const MINUTE = 60_000;
const BATCH = 20;
const LEASE = 5 * MINUTE;
/** Minutes until the next try after each failure; after the last one the mail is given up. */
const WAITS = [1, 5, 15, 60, 180, 720, 1440];
/** Minutes for the other channels: a deadline may run, so the mail goes after an hour and a half. */
const NEWS_WAITS = WAITS.slice(0, 4);

type Changes = Updateable<OutboxTable>;
/** Subject and text of a mail as it leaves. */
export type Leaving = { readonly subject: string; readonly text: string };
export type LeavingMail = Pick<OutboxMail, 'message_id' | 'reader_id' | 'subject' | 'body'>;
/** What a mail says when it leaves; null where it may not leave any more. */
export type Leave = (database: AppDatabase, mail: LeavingMail, now: Instant) => Promise<Leaving | null>;
type Ways = { readonly transport: MailTransport; readonly news: NewsSenders; readonly leave: Leave };

const asWritten: Leave = async (_, { subject, body }) => ({ subject, text: body ?? '' });

const after = (at: Instant, milliseconds: number) => new Date(Date.parse(at) + milliseconds).toISOString();

/**
 * Sends what is due, a batch at a time, by mail or by the channel of its reader, and returns how many left and how many
 * failed. A message is sent at least once: if a process dies after the server's answer and before its own record, it is sent
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
	let sent = 0;
	for (const mail of mails) {
		const changes = await attempt(database, { transport, news, leave }, mail, now);
		if (changes.sent_at) sent += 1;
		await database.transact((trx) => endTry(trx, mail, changes));
	}
	return { sent, failed: mails.length - sent };
}

/** Writes how a try ended. Of the last mail to an erased account nothing stays, once it has left or is given up. */
async function endTry(trx: Transaction<Database>, mail: OutboxMail, changes: Changes): Promise<void> {
	const isOver = Boolean(changes.sent_at ?? changes.given_up_at);
	if (isOver && (await deleteLastMail(trx, mail.id))) return;
	await updateMail(trx, mail.id, changes);
}

async function attempt(database: AppDatabase, { transport, news, leave }: Ways, mail: OutboxMail, now: Instant) {
	const words = await leave(database, mail, now);
	if (!words) return ended(now);
	if (mail.channel === 'email') return attemptMail(transport, mail, words, now);
	const sender = news[mail.channel];
	if (!sender || !mail.direct_sealed) return asMail(now);
	const direct = await openDirect(database.db, mail.id, mail.direct_sealed);
	// The reader was erased: nobody is told.
	if (!direct) return ended(now);
	try {
		await sender.send({ id: mail.id, ...direct });
		return { ...left(now), direct_sealed: null };
	} catch (error) {
		return newsFailed(mail, error, now);
	}
}

/** A refusal, or the last wait over: the row goes on as a mail, with all its tries. */
function newsFailed(mail: OutboxMail, error: unknown, now: Instant): Changes {
	const { problem, code, waitMs } = error instanceof NotTaken ? error : new NotTaken('unreachable', 'unknown');
	log.warn({ mail: mail.id, channel: mail.channel, attempts: mail.attempts, code }, 'news not sent');
	const wait = NEWS_WAITS[mail.attempts - 1];
	if (problem === 'refused' || wait === undefined) return asMail(now);
	return { problem, problem_at: now, due_at: after(now, Math.max(wait * MINUTE, waitMs)) };
}

const ended = (now: Instant): Changes => ({ given_up_at: now, body: null, direct_sealed: null });

const left = (now: Instant): Changes => ({ sent_at: now, body: null, problem: null, problem_at: null });

const asMail = (now: Instant): Changes => ({
	...{ channel: 'email', direct_sealed: null, attempts: 0, due_at: now },
	...{ problem: null, problem_at: null }
});

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
