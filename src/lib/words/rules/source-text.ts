import { getLocale } from '$lib/paraglide/runtime';

/** A source in the reader's language. A frozen rule set may hold both, as `Italian / English`. */
export function sourceText(source: string): string {
	const [italian = source, english = italian] = source.split(' / ');
	return getLocale() === 'en' ? english : italian;
}
