import { z } from 'zod';
import type { Kysely } from 'kysely';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { checked } from '$lib/server/platform/db/stored';
import { openText, sealText, type SealedText } from '$lib/server/platform/secrets/sealed-text';
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
const toDirect = checked<Direct>('the address of news', z.object({ to: z.string(), locale: z.enum(locales) }));

export const sealDirect = (db: Kysely<Database>, dataKeyId: string, id: string, direct: Direct): Promise<SealedText> =>
	sealText(db, dataKeyId, place(id), JSON.stringify(direct));

/** Null where the reader was erased. */
export async function openDirect(db: Kysely<Database>, id: string, sealed: SealedText): Promise<Direct | null> {
	const text = await openText(db, place(id), sealed);
	return text === null ? null : toDirect(JSON.parse(text));
}
