import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { tally } from '$lib/server/platform/audit/tally';
import { digest } from '$lib/server/platform/auth/session-adapter';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { Database } from '$lib/server/schema';
import type { Account } from './account';
import { alreadyRegisteredMail, confirmMail, resetMail } from './mails';
import { findByEmail } from './repository';
import { anyRequestDue, holdDueRequest, markAnswered, type AccountRequest } from './request-repository';
import { issueToken, newSecret, tokenHours } from './tokens';

/** More than these wait for the next turn, two seconds later. */
const MOST = 50;

/** Writes the mails that people asked for at sign-up and for a forgotten password; each request is answered once. */
export async function answerRequests(database: AppDatabase, at: Instant): Promise<void> {
	for (let count = 0; count < MOST; count += 1) {
		// A look before the transaction, because on SQLite a transaction keeps every other writer out.
		if (!(await anyRequestDue(database.db))) return;
		const isAnswered = await database.transact(async (trx) => {
			const request = await holdDueRequest(trx, database.kind);
			if (request) await answer(trx, request, at);
			return request !== undefined;
		});
		if (isAnswered) tally('link_asked', at);
	}
}

async function answer(trx: Transaction<Database>, request: AccountRequest, at: Instant): Promise<void> {
	const account = await findByEmail(trx, request.email);
	if (request.kind === 'sign_up' && !account) return sendLink(trx, request, at);
	await markAnswered(trx, request.id, null);
	if (!account || account.disabledAt) return;
	if (request.kind === 'reset') return sendReset(trx, account, at);
	// A colleague who was invited and has not answered yet has the link of the invitation.
	if (account.emailConfirmedAt) await enqueueMail(trx, alreadyRegisteredMail(account), at);
}

async function sendLink(trx: Transaction<Database>, request: AccountRequest, at: Instant): Promise<void> {
	const token = newSecret();
	await markAnswered(trx, request.id, digest(token));
	await enqueueMail(trx, confirmMail({ ...request, name: request.name ?? '' }, token, request.next), at);
}

async function sendReset(trx: Transaction<Database>, account: Account, at: Instant): Promise<void> {
	const token = await issueToken(trx, account.id, 'reset_password', tokenHours.reset);
	await enqueueMail(trx, resetMail(account, token), at);
}
