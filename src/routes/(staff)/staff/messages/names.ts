import { m } from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { Audience } from '$lib/server/people/messages/told';

const audiences: Readonly<Record<Audience, () => string>> = {
	household: m.message_texts_household,
	tenant: m.message_texts_tenant,
	landlord: m.message_texts_landlord
};

/** Who reads a message. */
export const audienceName = (audience: Audience): string => audiences[audience]();

/** A language in its own name: `italiano`. */
export const languageName = (locale: Locale): string =>
	new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
