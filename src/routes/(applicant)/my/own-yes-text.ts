import { link } from '$lib/i18n/link';
import { yesText } from '$lib/words/people/yes-text';

/** One's own yes to what a helper did; its signed sheet is among one's documents. */
export const ownYesText = (yes: Parameters<typeof yesText>[0]) =>
	yesText(yes, (id) => link('/(applicant)/my/documents/[id]', { id }));
