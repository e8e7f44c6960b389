import { confirmable, type Confirmable, type Confirmed } from '$lib/domain/person/confirmable';
import { m } from '$lib/paraglide/messages';
import { formatDate } from '$lib/words/format';

export const detailName: Readonly<Record<Confirmable, () => string>> = {
	givenName: m.contact_given,
	familyName: m.contact_family,
	taxCode: m.contact_tax_code,
	birthPlace: m.contact_birth_place
};

/** What a public identity confirmed, a sentence for each day on which the person took details over. */
export function confirmedSentences(confirmed: Confirmed = {}): string[] {
	const days = new Map<string, string[]>();
	for (const detail of confirmable) {
		const at = confirmed[detail];
		if (!at) continue;
		const day = formatDate(at);
		days.set(day, [...(days.get(day) ?? []), detailName[detail]().toLocaleLowerCase()]);
	}
	return [...days].map(([when, details]) => m.contact_confirmed({ what: details.join(', '), when }));
}
