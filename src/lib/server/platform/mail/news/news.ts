import type { Kysely } from 'kysely';
import { isLocale, type Locale } from '$lib/paraglide/runtime';
import { keyIdOf, openText, sealText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import type { MailProblem, NewsChannel } from '../table';

/** Whom the news goes to. `to`: a phone number in the form of E.164 for an SMS, a tax code for App IO. */
export type Direct = { readonly to: string; readonly locale: Locale };

/** `id`: of the row in the outbox, the same at each try. */
export type News = Direct & { readonly id: string };

/** `receipt`: what `send` answered. */
export type Asked = Pick<Direct, 'to'> & { readonly receipt: string };
/** Whether news that was taken reached its reader. `open`: it may still arrive. */
export type Arrival = 'arrived' | 'failed' | 'open';

/** Both throw `NotTaken` when the other side does not take what it is told or asked. */
export type NewsSender = {
	/** Says that there is news. Answers an id to ask by; undefined where the other side gives none. */
	send(news: News): Promise<string | undefined>;
	ask?(asked: Asked): Promise<Arrival>;
};
export type NewsSenders = Readonly<Partial<Record<NewsChannel, NewsSender>>>;

/** Why a gateway did not take the news, and how long it asked to wait, in milliseconds. */
export class NotTaken extends Error {
	constructor(
		readonly problem: MailProblem,
		readonly code: string,
		readonly waitMs = 0
	) {
		super(`The news was not taken: ${code}.`);
	}
}

const receiptPlace = (id: string) => `outbox.receipt_sealed:${id}`;
const place = (id: string) => `outbox.direct_sealed:${id}`;

export const sealDirect = (db: Kysely<Database>, dataKeyId: string, id: string, direct: Direct): Promise<string> =>
	sealText(db, dataKeyId, place(id), `${direct.locale} ${direct.to}`);

/** Null where the reader was erased. */
export async function openDirect(db: Kysely<Database>, id: string, sealed: string): Promise<Direct | null> {
	const text = await openText(db, place(id), sealed);
	if (text === null) return null;
	const [, locale, to] = /^(\w+) (.+)$/.exec(text) ?? [];
	if (!isLocale(locale) || !to) throw new Error('The address of news in the outbox has another form.');
	return { to, locale };
}

/** Seals the id that App IO gave under the key that seals the tax code: together they open the message of one person. */
export const sealReceipt = (db: Kysely<Database>, id: string, directSealed: string, receipt: string): Promise<string> =>
	sealText(db, keyIdOf(directSealed), receiptPlace(id), receipt);

/** Null where the reader was erased. */
export const openReceipt = (db: Kysely<Database>, id: string, sealed: string): Promise<string | null> =>
	openText(db, receiptPlace(id), sealed);
