import { getLocale } from '$lib/paraglide/runtime';

/** Picks the reader's language from a text that staff write in both. */
export function inLanguage(text: { readonly it: string; readonly en: string }): string {
	return getLocale() === 'en' ? text.en : text.it;
}
