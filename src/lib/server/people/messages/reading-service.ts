import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { contentPlace, openContent, type Content } from './content';
import { countOf, findMessage, listOf, type StoredMessage } from './repository';

/** Messages a page. */
const PAGE = 20;
const NEWEST = 3;

export type OwnMessage = {
	readonly id: string;
	readonly at: Instant;
	/** It went by letter: its reader finds it here too. */
	readonly onPaper: boolean;
	readonly subject: string;
};

/** The messages of an account, the newest first. One whose key was shredded is gone. */
export async function myMessages(db: Kysely<Database>, by: Actor, page: number) {
	const pages = Math.max(1, Math.ceil((await countOf(db, by.id)) / PAGE));
	const at = Math.min(Math.max(1, page), pages);
	const rows = await listOf(db, by.id, { limit: PAGE, offset: (at - 1) * PAGE });
	const opened = await openMessages(db, rows);
	return { messages: opened.map(({ row, content }) => ownMessage(row, content)), page: at, pages };
}

/** The newest few, for the first page of an area. */
export async function newestMessages(db: Kysely<Database>, by: Actor): Promise<OwnMessage[]> {
	const opened = await openMessages(db, await listOf(db, by.id, { limit: NEWEST, offset: 0 }));
	return opened.map(({ row, content }) => ownMessage(row, content));
}

/** The newest messages to an account, for its file in the office: what each was about, and how it left. */
export async function newestMessagesOf(db: Kysely<Database>, accountId: string) {
	const opened = await openMessages(db, await listOf(db, accountId, { limit: PAGE, offset: 0 }));
	return opened.map(({ row, content }) => ({ ...ownMessage(row, content), postedAt: row.postedAt }));
}

/** One of the account's own messages with its text; undefined for anybody else's. */
export async function myMessage(db: Kysely<Database>, id: string, by: Actor) {
	const row = await findMessage(db, id);
	if (row?.accountId !== by.id) return undefined;
	const [opened] = await openMessages(db, [row]);
	if (!opened) return undefined;
	const { text, path, locale } = opened.content;
	return { ...ownMessage(row, opened.content), text, path, locale };
}

const ownMessage = (row: StoredMessage, { subject }: Content): OwnMessage => ({
	id: row.id,
	at: row.createdAt,
	onPaper: row.channel === 'paper',
	subject
});

/** These messages with what they say, in their order; without those whose key was shredded. */
export async function openMessages<Row extends StoredMessage>(db: Kysely<Database>, rows: readonly Row[]) {
	const keys = await openDataKeys(db, [...new Set(rows.map(({ dataKeyId }) => dataKeyId))]);
	return rows.flatMap((row) => {
		const key = keys.get(row.dataKeyId);
		return key ? [{ row, content: openContent(key, contentPlace(row.id), row.contentSealed) }] : [];
	});
}
