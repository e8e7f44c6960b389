import type { Transaction } from 'kysely';
import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import type { Notice } from '$lib/server/notices/notices/notice';
import { tell } from '$lib/server/people/messages/tell';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';

type Receipt = {
	/** The protocol of the version whose place it took. */
	readonly earlier: string | null;
	readonly id: string;
	readonly protocol: string;
	readonly pseudonym: string;
	readonly leaf: string;
};

/** Tells the applicant that the request, or a later version of it, is in. It holds nothing of what was declared. */
export async function tellReceived(
	trx: Transaction<Database>,
	notice: Pick<Notice, 'title'>,
	{ id, earlier, protocol, pseudonym, leaf }: Receipt,
	by: Actor,
	now: Instant
): Promise<void> {
	const words = (locale: 'it' | 'en') => ({
		...{ protocol, pseudonym, leaf, earlier: earlier ?? '' },
		notice: notice.title[locale]
	});
	const template = earlier === null ? 'request_received' : 'request_amended';
	await tell(trx, template, { to: { accountId: by.id }, path: `/my/requests/${id}/receipt`, words }, now);
}

/** Tells the applicant that the request is withdrawn, and whether another one is possible. */
export async function tellWithdrawn(
	trx: Transaction<Database>,
	notice: Pick<Notice, 'title' | 'closesAt'>,
	{ id, protocol }: Pick<Receipt, 'id' | 'protocol'>,
	by: Actor,
	now: Instant
): Promise<void> {
	const words = (locale: 'it' | 'en') => ({
		protocol,
		notice: notice.title[locale],
		then: isPast(notice.closesAt, now)
			? m.message_withdrawn_closed({}, { locale })
			: m.message_withdrawn_open({ deadline: formatDeadline(notice.closesAt, locale) }, { locale })
	});
	await tell(trx, 'request_withdrawn', { to: { accountId: by.id }, path: `/my/requests/${id}`, words }, now);
}
