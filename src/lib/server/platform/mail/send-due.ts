import type { Instant } from '$lib/domain/calendar/instant';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { log } from '$lib/server/log';
import { claimDue, updateMail, type OutboxMail } from './repository';
import type { MailProblem } from './table';
import type { MailTransport } from './transport';

const MINUTE = 60_000;
const BATCH = 20;
const LEASE = 5 * MINUTE;
/** Minutes until the next try after each failure; after the last one the mail is given up. */
const WAITS = [1, 5, 15, 60, 180, 720, 1440];

const after = (at: Instant, milliseconds: number) => new Date(Date.parse(at) + milliseconds).toISOString();

/**
 * Sends due mails, a batch at a time, and returns how many left and how many failed. A mail is sent at least once: if a
 * process dies after the mail server's answer and before its own record, the mail is sent again when its lease ends, as
 * the same message.
 * The text is deleted as soon as it is no longer needed.
 */
export async function sendDueMails(
	database: AppDatabase,
	transport: MailTransport,
	now: Instant
): Promise<{ sent: number; failed: number }> {
	const mails = await database.transact((trx) =>
		claimDue(trx, database.kind, { now, lease: after(now, LEASE) }, BATCH)
	);
	let sent = 0;
	for (const mail of mails) {
		const changes = await attempt(transport, mail, now);
		if ('sent_at' in changes) sent += 1;
		await database.transact((trx) => updateMail(trx, mail.id, changes));
	}
	return { sent, failed: mails.length - sent };
}

async function attempt(transport: MailTransport, mail: OutboxMail, now: Instant) {
	try {
		await transport.send({ id: mail.id, to: mail.recipient, subject: mail.subject, text: mail.body ?? '' });
		return { sent_at: now, body: null, problem: null, problem_at: null };
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
