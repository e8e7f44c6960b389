import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { isDeskAddress } from '$lib/server/platform/accounts/desk-address';
import { erasedAddress } from '$lib/server/platform/accounts/erased-address';
import { accountErasedMail } from '$lib/server/platform/accounts/mails';
import { claimDataKey, deleteTokens, findAccount, updateAccount } from '$lib/server/platform/accounts/repository';
import { deleteRequestsOf } from '$lib/server/platform/accounts/request-repository';
import { record } from '$lib/server/platform/audit/record';
import type { AuditActor } from '$lib/server/platform/auth/actor';
import { deleteRecoveryCodes, deleteSessionsOf } from '$lib/server/platform/auth/repository';
import { deleteIdentitiesOf } from '$lib/server/platform/identity/repository';
import { enqueueLastMail } from '$lib/server/platform/mail/enqueue';
import { deleteMailsTo } from '$lib/server/platform/mail/erase-repository';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { shredKey } from '$lib/server/platform/secrets/repository';
import { storedEventName, storedSubjectName } from '$lib/server/platform/audit/event-names';
import { readOwnIdentities } from '$lib/server/platform/identity/stored-claims';
import type { Database } from '$lib/server/schema';
import * as repository from './repository';

/** The account with what belongs to it; null where there is none. */
export async function exportOf(db: Kysely<Database>, accountId: string) {
	const account = await findAccount(db, accountId);
	if (!account) return null;
	const { id, email, name, role, locale, demo, createdAt, emailConfirmedAt, totpSealed } = account;
	const sessions = await repository.listSessions(db, accountId);
	const identities = await readOwnIdentities(db, accountId);
	return {
		account: {
			...{ id, email, name, role, language: locale, demo, createdAt, emailConfirmedAt },
			hasSecondFactor: totpSealed !== null,
			recoveryCodesLeft: await repository.countRecoveryCodes(db, accountId)
		},
		sessions: sessions.map((session) => ({ ...session, secondFactor: session.secondFactor === 1 })),
		identities: identities.map(({ issuer, linkedAt, claims }) => ({ issuer, linkedAt, told: claims })),
		links: await repository.listLinks(db, accountId),
		asked: await repository.listAsked(db, email),
		mails: await repository.listMails(db, email)
	};
}

/**
 * What the log holds about a person: their own acts, and the acts of others on their records. Another actor is told by
 * role, never by name or id. `records`: the ids of everything that is the person's.
 */
export async function logOf(db: Kysely<Database>, accountId: string, records: readonly string[]) {
	const entries = await repository.listEntries(db, accountId, records);
	const own = new Set([accountId, ...records]);
	return entries.map(({ seq, at, actorId, actorRole, event, subjectType, subjectId }) => ({
		number: seq,
		at,
		by: actorId === accountId ? 'you' : actorRole,
		event,
		words: storedEventName(event),
		about: storedSubjectName(subjectType),
		// A record that is not the person's, as a home of the register, is named by its kind alone.
		id: own.has(subjectId) ? subjectId : null
	}));
}

/** Deletes the mails to the account, sent or waiting; before the messages that they carry. */
export async function eraseMails(trx: Transaction<Database>, accountId: string): Promise<void> {
	const { email } = (await findAccount(trx, accountId))!;
	await deleteMailsTo(trx, { email, accountId });
}

/**
 * Empties the account and destroys its key. The row stays under its id, because the log and what the law keeps name it:
 * nobody can sign in to it or open it again, and its address is free. A last mail says so; it is deleted when it has left.
 */
export async function eraseOf(trx: Transaction<Database>, id: string, by: AuditActor, now: Instant): Promise<void> {
	const account = (await findAccount(trx, id))!;
	await deleteSessionsOf(trx, id);
	await deleteTokens(trx, id, 'reset_password');
	await deleteRecoveryCodes(trx, id);
	await deleteIdentitiesOf(trx, id);
	await deleteRequestsOf(trx, account.email);
	// A key that seals nothing yet is destroyed too: nothing can be sealed for this account any more.
	const key = account.dataKeyId ?? (await claimDataKey(trx, id, (await createDataKey(trx, now)).id));
	await shredKey(trx, key, now);
	await updateAccount(trx, id, {
		...{ email: erasedAddress(id), name: '', password_hash: '', email_confirmed_at: null },
		...{ totp_sealed: null, totp_last_step: null, locale: 'it' }
	});
	// Nobody reads what stands in the place of an address.
	if (!isDeskAddress(account.email)) await enqueueLastMail(trx, id, accountErasedMail(account), now);
	record(trx, { event: 'account_erased', by, subject: { type: 'account', id }, at: now });
}
