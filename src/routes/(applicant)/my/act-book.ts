import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Book } from '$lib/server/platform/pdf/book';
import { formatDateTime } from '$lib/words/format';
import { agencyHead, signChapter } from './sheet-parts';

type Act = {
	readonly title: string;
	/** What the person declares by signing. */
	readonly says: string;
	/** What follows, in sentences. */
	readonly then: readonly string[];
	readonly signer: string;
	readonly number: string;
	readonly demo: boolean;
	readonly at: Instant;
};

/** The sheet by which a person withdraws a request or answers an offer, with a place to sign. */
export function actBook({ title, says, then, signer, number, demo, at }: Act): Book {
	return {
		agency: agencyHead(),
		title,
		synthetic: demo ? m.ui_synthetic_household() : null,
		lead: [m.sheet_number_is({ number }), m.sheet_read_first()],
		chapters: [
			{ title: m.sheet_says(), pieces: [{ paragraphs: [[says]], lang: getLocale() }] },
			{ title: m.sheet_then(), pieces: [{ paragraphs: then.map((one) => [one]), lang: getLocale() }] },
			signChapter(signer)
		],
		foot: m.sheet_foot({ number, when: formatDateTime(at) }),
		across: null
	};
}
