import { filled, type MessageText } from '$lib/domain/messages/message-text';
import { m } from '$lib/paraglide/messages';
import { localizeHref, type Locale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { Placeholder } from '$lib/server/people/messages/templates';
import { officeLines } from '$lib/server/platform/mail/office-lines';

type Say = (inputs: object, to: { locale: Locale }) => string;

/** Invented values for a preview. A placeholder without one does not compile. */
const examples: Readonly<Record<Placeholder, string | Say>> = {
	protocol: '2026-000123',
	earlier: '2026-000098',
	pseudonym: 'K7M2-9QXD',
	leaf: '4f9a61c0',
	deadline: m.message_example_deadline,
	until: m.message_example_deadline,
	day: m.message_example_day,
	when: m.message_example_when,
	notice: m.message_example_notice,
	organisation: m.message_example_organisation,
	home: m.message_example_home,
	homes: m.message_example_homes,
	reason: m.message_example_reason,
	then: m.message_example_then,
	link: (_, { locale }) => config().origin + localizeHref('/my', { locale })
};

export type Example = { readonly locale: Locale; readonly subject: string; readonly text: string };

/** A message as an invented reader gets it, with the greeting and the lines of the office. */
export function exampleOf(words: MessageText, locale: Locale): Example {
	const values = Object.fromEntries(
		Object.entries(examples).map(([name, value]) => [name, typeof value === 'string' ? value : value({}, { locale })])
	);
	const { subject, text } = filled(words, values);
	const hello = m.message_hello({ name: 'Nadia' }, { locale });
	return { locale, subject, text: `${hello}\n\n${text.trimEnd()}\n\n${officeLines(locale)}` };
}
