import { getLocale } from '$lib/paraglide/runtime';

/** The text in the reader's language, of what staff write in both. */
export function inLanguage(text: { readonly it: string; readonly en: string }): string {
	return getLocale() === 'en' ? text.en : text.it;
}
