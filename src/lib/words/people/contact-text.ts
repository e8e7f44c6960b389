import type { OrdinaryWays, SpokenLanguage, Way } from '$lib/domain/person/person';
import type { ContactDoubt } from '$lib/domain/person/tax-code-doubt';
import { m } from '$lib/paraglide/messages';

/** How a person wants to be told. `phone` is a call, `sms` what the same answer means at an office that has a gateway. */
export const wayName: Record<Way, () => string> = {
	email: m.contact_channel_email,
	letter: m.contact_channel_letter,
	phone: m.contact_channel_phone,
	sms: m.contact_channel_sms,
	io: m.contact_channel_io
};

/** The last news did not arrive, for the office and for its reader. */
export const personUnreached = { sms: m.person_unreached_sms, io: m.person_unreached_io } as const;
export const contactUnreached = { sms: m.contact_unreached_sms, io: m.contact_unreached_io } as const;

/** What the agency may send to the ordinary ways of a person. */
export const ordinaryName: Record<OrdinaryWays, () => string> = {
	unsaid: m.contact_ordinary_unsaid,
	nothing: m.contact_ordinary_nothing,
	news: m.contact_ordinary_news,
	everything: m.contact_ordinary_everything
};
export const ordinaryHint: Record<OrdinaryWays, () => string> = {
	unsaid: m.contact_ordinary_unsaid_hint,
	nothing: m.contact_ordinary_nothing_hint,
	news: m.contact_ordinary_news_hint,
	everything: m.contact_ordinary_everything_hint
};

/** Languages in their own words: a person finds her own in any language of the page. */
export const spokenName: Record<SpokenLanguage, string> = {
	it: 'Italiano',
	en: 'English',
	ar: 'العربية',
	bn: 'বাংলা',
	es: 'Español',
	fr: 'Français',
	fil: 'Filipino',
	pt: 'Português',
	ro: 'Română',
	ru: 'Русский',
	si: 'සිංහල',
	sq: 'Shqip',
	uk: 'Українська',
	ur: 'اردو',
	zh: '中文'
};

export const contactDoubtText: Record<ContactDoubt, () => string> = {
	'tax-code-none': m.contact_doubt_none,
	'tax-code-provisional': m.contact_doubt_provisional,
	'tax-code-omocode': m.contact_doubt_omocode,
	'tax-code-born-abroad': m.contact_doubt_born_abroad,
	'tax-code-shape': m.contact_doubt_shape,
	'tax-code-check-sign': m.contact_doubt_check_sign,
	'tax-code-impossible-day': m.contact_doubt_impossible_day,
	'tax-code-family-name': m.contact_doubt_family_name,
	'tax-code-given-name': m.contact_doubt_given_name,
	'tax-code-birth-date': m.contact_doubt_birth_date,
	'phone-unknown': m.contact_doubt_phone
};
