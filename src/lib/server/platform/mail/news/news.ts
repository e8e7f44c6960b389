import type { Kysely } from 'kysely';
import { isLocale, type Locale } from '$lib/paraglide/runtime';
import { openText, sealText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import type { MailProblem, NewsChannel } from '../table';

/** Whom the news goes to. `to`: a phone number in the form of E.164 for an SMS, a tax code for App IO. */
export type Direct = { readonly to: string; readonly locale: Locale };

/** `id`: of the row in the outbox, the same at each try. */
export type News = Direct & { readonly id: string };

/** Says that there is news. Throws `NotTaken` when the other side does not take it. */
export type NewsSender = { send(news: News): Promise<void> };
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
