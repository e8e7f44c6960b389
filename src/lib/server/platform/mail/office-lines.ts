import { m } from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';

/** Name, phone and hours of the office: the last lines of every message. */
export function officeLines(locale: Locale): string {
	const { name, phone, hours } = config().office;
	return m.message_office({ name, phone, hours: hours[locale] }, { locale });
}
