import { nameInMail } from '$lib/server/platform/accounts/person-name';
import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { isLocale, localizeHref } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { Database } from '$lib/server/schema';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { formatDeadline, formatViewing } from '$lib/words/format';
import { listReaders } from './repository';

type Closed = 'accepted' | 'refused' | 'expired' | 'withdrawn';

/** The sentence about what happened; the mail names no home, because anybody may read it. */
const closed = {
	accepted: { subject: m.offer_mail_accepted_subject, text: m.offer_mail_accepted_text },
	refused: { subject: m.offer_mail_refused_subject, text: m.offer_mail_refused_text },
	expired: { subject: m.offer_mail_expired_subject, text: m.offer_mail_expired_text },
	withdrawn: { subject: m.offer_mail_withdrawn_subject, text: m.offer_mail_withdrawn_text }
};

/**
 * Tells each household that has an account of its offer, its deadline and where to answer. The mail holds nothing about
 * the home or the household.
 */
export async function mailOffersMade(
	trx: Transaction<Database>,
	ids: readonly string[],
	deadline: Instant,
	now: Instant
) {
	for (const { id, email, name, locale } of await listReaders(trx, ids)) {
		const to = language(locale);
		const day = formatDeadline(deadline, to.locale);
		const subject = m.offer_mail_made_subject({ deadline: day }, to);
		const text = m.offer_mail_made_text({ name: nameInMail(name), deadline: day, link: address(id, to) }, to);
		await enqueueMail(trx, { to: email, subject, text }, now);
	}
}

/** Tells the households how their offers ended, or that their answer arrived. */
export async function mailOffersClosed(
	trx: Transaction<Database>,
	ids: readonly string[],
	state: Closed,
	now: Instant
) {
	for (const { id, email, name, locale } of await listReaders(trx, ids)) {
		const to = language(locale);
		const subject = closed[state].subject({}, to);
		const text = closed[state].text({ name: nameInMail(name), link: address(id, to) }, to);
		await enqueueMail(trx, { to: email, subject, text }, now);
	}
}

/** Tells a household that the office removed the time that it had booked. */
export async function mailViewingRemoved(trx: Transaction<Database>, offerId: string, startsAt: Instant, now: Instant) {
	for (const { id, email, name, locale } of await listReaders(trx, [offerId])) {
		const to = language(locale);
		const when = formatViewing(startsAt, to.locale);
		const text = m.viewing_mail_text({ name: nameInMail(name), when, link: address(id, to) }, to);
		await enqueueMail(trx, { to: email, subject: m.viewing_mail_subject({ when }, to), text }, now);
	}
}

const language = (locale: string) => ({ locale: isLocale(locale) ? locale : ('it' as const) });

/** A whole address, because mails are read outside the portal. */
const address = (id: string, to: ReturnType<typeof language>) => config().origin + localizeHref(`/my/offers/${id}`, to);
