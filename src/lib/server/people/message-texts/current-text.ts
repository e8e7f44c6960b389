import type { Kysely } from 'kysely';
import { problemsOf, type MessageText } from '$lib/domain/messages/message-text';
import type { Locale } from '$lib/paraglide/runtime';
import { builtInText, placeholdersOf, type Template } from '$lib/server/people/messages/templates';
import type { Database } from '$lib/server/schema';
import { findUsed } from './repository';

export type Words = { readonly subject: string | null; readonly text: string | null };

/** The words of the agency, where they are words and the portal can still fill them; a release may ask for more facts. */
export function usable(template: Template, locale: Locale, words: Words | undefined): MessageText | null {
	if (!words || words.subject === null || words.text === null) return null;
	const text = { subject: words.subject, text: words.text };
	return problemsOf(text, builtInText(template, locale), placeholdersOf(template)).length === 0 ? text : null;
}

/** The words of a message, as it is written now: the agency's, else those of the product. */
export async function currentText(db: Kysely<Database>, template: Template, locale: Locale): Promise<MessageText> {
	const used = await findUsed(db, { template, locale });
	return usable(template, locale, used) ?? builtInText(template, locale);
}
