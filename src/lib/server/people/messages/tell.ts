import type { Transaction } from 'kysely';
import { filled, type MessageText } from '$lib/domain/messages/message-text';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { localizeHref, type Locale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import { newId } from '$lib/server/ids';
import { holdAccount } from '$lib/server/platform/accounts/hold-account';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { currentText } from '$lib/server/people/message-texts/current-text';
import { nameInMail } from '$lib/server/platform/accounts/person-name';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { openDataKeys, type DataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import type { Database } from '$lib/server/schema';
import { contentPlace, type Content } from './content';
import { reachOf, type Reach, type Recipient } from './reach';
import { insertMessage } from './repository';
import { isPassing, type Template, type WordsOf } from './templates';

type Telling<One extends Template> = {
	readonly to: Recipient;
	/** The page where the reader goes on: a path without language. */
	readonly path: string;
	readonly words: (locale: Locale) => WordsOf<One>;
};

/**
 * Writes a message in the transaction of the act that it tells: kept sealed for its reader, and put in the outbox or among
 * the letters to print. Which act tells whom is in `told.ts`.
 * @returns the way that the message takes; null where nobody can be told: no account, or erased
 */
export async function tell<One extends Template>(
	trx: Transaction<Database>,
	template: One,
	telling: Telling<One>,
	now: Instant
): Promise<Reach['channel'] | null> {
	const { to } = telling;
	if (to.accountId !== null && !(await holdAccount(trx, to.accountId))) return null;
	const reach = await reachOf(trx, to);
	const key = reach && (await keyOf(trx, to, now));
	if (!key) return null;
	const content = contentOf(await currentText(trx, template, reach.locale), template, telling, reach);
	const id = newId();
	const kept = reach.channel === 'paper' || !isPassing(template);
	const about = { id, account_id: to.accountId, data_key_id: key.id, channel: reach.channel, created_at: now };
	if (kept) await insertMessage(trx, { ...about, content_sealed: seal(key.key, contentPlace(id), content) });
	if (reach.channel === 'email' && to.accountId !== null) {
		const mail = { ...content, to: reach.email, readerId: to.accountId, ...(kept && { messageId: id }) };
		await enqueueMail(trx, { ...mail, direct: reach.direct && { ...reach.direct, dataKeyId: key.id } }, now);
	}
	return reach.channel;
}

function contentOf<One extends Template>(
	used: MessageText,
	template: One,
	{ to, path, words }: Telling<One>,
	reach: Reach
): Content {
	const { locale, name } = reach;
	const link = config().origin + localizeHref(path, { locale });
	const { subject, text } = filled(used, { ...words(locale), link });
	const hello = name ? m.message_hello({ name: nameInMail(name) }, { locale }) : m.message_hello_nobody({}, { locale });
	const reference = to.accountId === null ? to.reference : null;
	return { template, locale, subject, text: `${hello}\n\n${text}`, path, reference };
}

/** The key of the reader; null where it was shredded, because nothing is told to somebody who was erased. */
async function keyOf(trx: Transaction<Database>, to: Recipient, now: Instant): Promise<DataKey | null> {
	const id = to.accountId === null ? to.dataKeyId : (await findAccount(trx, to.accountId))?.dataKeyId;
	if (!id) return to.accountId === null ? null : personKey(trx, to.accountId, now);
	const key = (await openDataKeys(trx, [id])).get(id);
	return key ? { id, key } : null;
}
