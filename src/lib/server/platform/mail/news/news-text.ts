import { m } from '$lib/paraglide/messages';
import { localizeHref, type Locale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';

/**
 * What an SMS and a message of App IO say: that there is news, where to read it, and whom to call. Others read the screen of a
 * phone, and the text passes through a third party, so it holds no fact about the reader. App IO takes subjects of 10 to 120
 * signs and texts of 80 to 10,000.
 */
export function newsText(locale: Locale): { readonly subject: string; readonly text: string } {
	const { origin, office } = config();
	const link = origin + localizeHref('/', { locale });
	const { name, phone } = office;
	return {
		subject: m.message_news_subject({}, { locale }),
		text: m.message_news_text({ link, name, phone }, { locale })
	};
}
