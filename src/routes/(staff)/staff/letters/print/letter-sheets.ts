import { m } from '$lib/paraglide/messages';
import type { Letter } from '$lib/server/people/messages/letters-service';
import { config } from '$lib/server/config';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import { formatDate } from '$lib/words/format';

/** The lines of the address: a household without an account is named by its request. */
export const addresseeOf = ({ name, postal, reference, locale }: Letter): string[] => [
	name ?? m.letters_household({ reference: reference ?? '' }, { locale }),
	...(postal ?? [])
];

/** What a letter says, with the name, the phone and the hours of the office at its end. */
export const textOf = ({ text, locale }: Letter): string => `${text.trimEnd()}\n\n${officeLines(locale)}`;

/** What the template of letters reads: a letter a sheet. */
export function letterSheets(letters: readonly Letter[]) {
	const { name, address } = config().office;
	return {
		office: { name, address },
		letters: letters.map((letter) => ({
			lang: letter.locale,
			to: addresseeOf(letter),
			date: formatDate(letter.at, letter.locale),
			subject: letter.subject,
			page: m.letters_page({}, { locale: letter.locale }),
			paragraphs: textOf(letter)
				.split(/\n{2,}/)
				.map((paragraph) => paragraph.split('\n'))
		}))
	};
}
