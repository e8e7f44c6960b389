import type { Kysely } from 'kysely';
import { auditSubjects } from '$lib/server/platform/audit/events';
import type { Database } from '$lib/server/schema';

const BATCH = 500;

export async function listSessions(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('sessions')
		.select(['created_at as createdAt', 'expires_at as expiresAt', 'second_factor as secondFactor', 'browser', 'way'])
		.where('account_id', '=', accountId)
		.orderBy('created_at')
		.execute();
}

export async function countRecoveryCodes(db: Kysely<Database>, accountId: string): Promise<number> {
	const rows = await db.selectFrom('recovery_codes').select('id').where('account_id', '=', accountId).execute();
	return rows.length;
}

/** Mailed links, without their secrets. */
export async function listLinks(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('account_tokens')
		.select(['purpose', 'email', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt'])
		.where('account_id', '=', accountId)
		.orderBy('created_at')
		.execute();
}

/** What was asked for by giving this address: a sign-up, a new password. */
export async function listAsked(db: Kysely<Database>, email: string) {
	return db
		.selectFrom('account_requests')
		.select(['kind', 'name', 'created_at as createdAt', 'answered_at as answeredAt'])
		.where('email', '=', email)
		.orderBy('created_at')
		.execute();
}

/** Mails to this address, without their text: a link in it may be secret, and a message is listed with its text. */
export async function listMails(db: Kysely<Database>, email: string) {
	return db
		.selectFrom('outbox')
		.select(['subject', 'message_id as message', 'created_at as createdAt', 'sent_at as sentAt'])
		.select(['given_up_at as givenUpAt', 'problem', 'channel'])
		.select(['left_channel as leftChannel', 'left_at as leftAt'])
		.where('recipient', '=', email)
		.orderBy('id')
		.execute();
}

const entryColumns = [
	'seq',
	'at',
	'actor_id as actorId',
	'actor_role as actorRole',
	'event',
	'subject_type as subjectType',
	'subject_id as subjectId'
] as const;

export type EntryOfPerson = {
	readonly seq: number;
	readonly at: string;
	readonly actorId: string | null;
	readonly actorRole: string;
	readonly event: string;
	readonly subjectType: string;
	readonly subjectId: string;
};

/** The entries of the log of what an account did, and of what was done to these records; oldest first. */
export async function listEntries(
	db: Kysely<Database>,
	accountId: string,
	records: readonly string[]
): Promise<EntryOfPerson[]> {
	const found = new Map<number, EntryOfPerson>();
	const own = await db.selectFrom('audit_entries').select(entryColumns).where('actor_id', '=', accountId).execute();
	for (const row of own) found.set(row.seq, row);
	for (let from = 0; from < records.length; from += BATCH) {
		const part = records.slice(from, from + BATCH);
		// The index of the log begins with the type.
		const rows = await db
			.selectFrom('audit_entries')
			.select(entryColumns)
			.where('subject_type', 'in', auditSubjects)
			.where('subject_id', 'in', part)
			.execute();
		for (const row of rows) found.set(row.seq, row);
	}
	return [...found.values()].toSorted((one, other) => one.seq - other.seq);
}
