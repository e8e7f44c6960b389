import type { Kysely } from 'kysely';
import { findAccount } from '$lib/server/platform/accounts/repository';
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
