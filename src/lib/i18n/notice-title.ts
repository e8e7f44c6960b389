import { getLocale } from '$lib/paraglide/runtime';

/** The title of a notice in the reader's language. */
export function noticeTitle({ titleIt, titleEn }: { titleIt: string; titleEn: string }): string {
	return getLocale() === 'en' ? titleEn : titleIt;
}
