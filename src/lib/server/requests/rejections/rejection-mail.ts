import { nameInMail } from '$lib/server/platform/accounts/person-name';
import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { isLocale, localizeHref } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { Database } from '$lib/server/schema';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { formatDeadline } from '$lib/words/format';

type Request = {
	readonly id: string;
	readonly protocol: string;
	readonly email: string | null;
	readonly name: string | null;
	readonly locale: string | null;
};

/** Tells a household that has an account where to read the reason. The mail holds nothing of it. */
export async function mailRejection(
	trx: Transaction<Database>,
	{ id, protocol, email, name, locale }: Request,
	until: Instant,
	now: Instant
): Promise<void> {
	if (email === null) return;
	const to = { locale: isLocale(locale) ? locale : ('it' as const) };
	const link = config().origin + localizeHref(`/my/requests/${id}`, to);
	const text = m.rejection_mail_text(
		{ name: nameInMail(name ?? ''), protocol, deadline: formatDeadline(until, to.locale), link },
		to
	);
	await enqueueMail(trx, { to: email, subject: m.rejection_mail_subject({ protocol }, to), text }, now);
}
