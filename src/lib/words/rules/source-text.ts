import { getLocale } from '$lib/paraglide/runtime';

/** A source in the reader's language: some are written in both, `Italian / English`, in the frozen rule set. */
export function sourceText(source: string): string {
	const [italian = source, english = italian] = source.split(' / ');
	return getLocale() === 'en' ? english : italian;
}
