import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

type Place = { readonly template: string; readonly locale: string };

const rows = (db: Kysely<Database>) =>
	db
		.selectFrom('message_texts')
		.innerJoin('accounts as author', 'author.id', 'message_texts.proposed_by')
		.leftJoin('accounts as decider', 'decider.id', 'message_texts.decided_by')
		.select(['message_texts.id', 'message_texts.template', 'message_texts.locale'])
		.select(['message_texts.subject', 'message_texts.text', 'message_texts.outcome'])
		.select(['message_texts.proposed_by as proposedById', 'message_texts.proposed_at as proposedAt'])
		.select(['message_texts.decided_at as decidedAt', 'author.name as proposedBy', 'decider.name as decidedBy']);

export type StoredText = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** Every proposal for a message in a language, the newest first. */
export async function listTexts(db: Kysely<Database>, { template, locale }: Place): Promise<StoredText[]> {
	return rows(db)
		.where('message_texts.template', '=', template)
		.where('message_texts.locale', '=', locale)
		.orderBy('message_texts.proposed_at', 'desc')
		.orderBy('message_texts.id', 'desc')
		.execute();
}

/** The proposals that wait for a second person, the oldest first. */
export async function listOpenTexts(db: Kysely<Database>): Promise<StoredText[]> {
	return rows(db)
		.where('message_texts.outcome', 'is', null)
		.orderBy('message_texts.proposed_at')
		.orderBy('message_texts.id')
		.execute();
}

/** Each approved text, the oldest first: the last of a message and a language is used. */
export async function listApproved(db: Kysely<Database>) {
	return db
		.selectFrom('message_texts')
		.select(['template', 'locale', 'subject', 'text', 'decided_at as decidedAt'])
		.where('outcome', '=', 'approved')
		.orderBy('decided_at')
		.orderBy('id')
		.execute();
}

/** The newest approved words of a message in a language; undefined where there are none. */
export async function findUsed(db: Kysely<Database>, { template, locale }: Place) {
	return db
		.selectFrom('message_texts')
		.select(['subject', 'text', 'decided_at as decidedAt'])
		.where('template', '=', template)
		.where('locale', '=', locale)
		.where('outcome', '=', 'approved')
		.orderBy('decided_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function findText(db: Kysely<Database>, id: string): Promise<StoredText | undefined> {
	return rows(db).where('message_texts.id', '=', id).executeTakeFirst();
}

type NewText = Place & {
	readonly id: string;
	readonly subject: string | null;
	readonly text: string | null;
	readonly proposed_by: string;
	readonly proposed_at: string;
};

export async function insertText(trx: Transaction<Database>, row: NewText): Promise<void> {
	await trx.insertInto('message_texts').values(row).execute();
}

/** Writes how a proposal ended; false where it ended before. */
export async function decideText(
	trx: Transaction<Database>,
	id: string,
	decided: { readonly outcome: 'approved' | 'refused'; readonly decided_by: string; readonly decided_at: string }
): Promise<boolean> {
	const row = await trx
		.updateTable('message_texts')
		.set(decided)
		.where('id', '=', id)
		.where('outcome', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}
