import { z } from 'zod';
import { channels, ordinaryWays, spokenLanguages, type PersonFacts } from '$lib/domain/person/person';
import { m } from '$lib/paraglide/messages';
import { hasInvisibleSigns } from '$lib/server/platform/forms/invisible-signs';
import { plainPhone } from './phone';
import { plainTaxCode } from './tax-code';

const LETTER = /\p{L}/u;

/** A text of one line without signs that nobody sees. Empty where it was left blank. */
export const line = (longest: number) =>
	z
		.string()
		.default('')
		.transform((text) => text.replaceAll(/\s+/gu, ' '))
		.refine((text) => text.length <= longest, { error: () => m.contact_error_long({ count: longest }) })
		.refine((text) => !hasInvisibleSigns(text), { error: () => m.contact_error_signs() });

/** A name as its bearer writes it, in any script. */
export const nameLine = (sentence: () => string) => line(80).refine((text) => LETTER.test(text), { error: sentence });

const news = {
	safeContact: line(200),
	/** No answer is one: who is not in danger need not think of it. */
	ordinaryWays: z.enum(ordinaryWays, { error: () => m.contact_error_channel() }).default('unsaid')
};

const told = z.object({
	givenName: nameLine(() => m.contact_error_given()),
	familyName: nameLine(() => m.contact_error_family()),
	taxCode: line(40).transform(plainTaxCode),
	birthPlace: line(120),
	phone: line(40).transform(plainPhone),
	street: line(120),
	postcode: line(12),
	town: line(80),
	...news,
	channel: z.enum(channels, { error: () => m.contact_error_channel() }),
	spoken: z.enum(spokenLanguages, { error: () => m.contact_error_channel() }).default('it')
});

type Given = Partial<z.output<typeof told>>;

/** A field that the chosen channel needs is asked for together with every other fault of the form. */
const needs = (path: keyof Given, wanted: (given: Given) => boolean, sentence: () => string) => {
	const isThere = (given: Given) => !wanted(given) || Boolean(given[path]);
	return [isThere, { path: [path] as PropertyKey[], error: sentence, when: () => true }] as const;
};

const needsSafe = needs('safeContact', ({ ordinaryWays: may }) => may === 'nothing', m.contact_error_safe_needed);

/** Names and contact details. */
export const contactForm = told
	.refine(...needs('phone', ({ channel }) => channel === 'phone', m.contact_error_phone_needed))
	.refine(...needs('taxCode', ({ channel }) => channel === 'io', m.contact_error_tax_code_needed))
	.refine(...needs('street', ({ channel }) => channel === 'letter', m.contact_error_street_needed))
	.refine(...needs('town', ({ channel }) => channel === 'letter', m.contact_error_town_needed))
	.refine(...needsSafe);

/** The safe contact, and what may go to the ordinary ways. */
export const newsForm = z.object(news).refine(...needsSafe);
export const newsValues = (facts: Pick<PersonFacts, 'safeContact' | 'ordinaryWays'> | null): Record<string, string> =>
	facts ? { safeContact: facts.safeContact, ordinaryWays: facts.ordinaryWays } : {};

/**
 * What the form shows to a person who has told nothing yet. Two words of an account's name are a name and a surname; of three
 * or more nobody can tell which is which.
 */
export function suggestedValues(accountName: string): Record<string, string> {
	const words = accountName.split(' ');
	const [givenName = '', familyName = ''] = words.length === 2 ? words : [];
	return { givenName, familyName, channel: 'email' };
}

/** The saved values, as the form shows them. */
export function contactValues(facts: PersonFacts | null): Record<string, string> {
	if (!facts) return {};
	const { confirmed: _confirmed, ...texts } = facts;
	return { ...texts };
}
