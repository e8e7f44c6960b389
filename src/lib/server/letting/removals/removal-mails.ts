import type { Transaction } from 'kysely';
import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RemovalKind } from '$lib/domain/dwelling/home-events';
import { m } from '$lib/paraglide/messages';
import { isLocale, localizeHref } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import { findBy } from '$lib/server/homes/dwellings/repository';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { nameInMail } from '$lib/server/platform/accounts/person-name';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { listRequestsFor } from '$lib/server/requests/applications/listed-repository';
import { findOfferedRequest } from '$lib/server/letting/offers/repository';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';
import { removalReason } from '$lib/words/removal-text';
import type { Promised } from './promise-repository';

type Left = { readonly dwellingId: string; readonly kind: RemovalKind; readonly promise: Promised };

/**
 * Tells each household that listed the home why nobody gets it, what stays of its request and what it can do. The
 * household that held the home reads that its offer ended and that it keeps its place. Answers how many mails leave, and
 * the protocol numbers of the requests that no mail reaches.
 */
export async function tellHouseholds(trx: Transaction<Database>, { dwellingId, kind, promise }: Left, now: Instant) {
	const { building } = (await findBy(trx, { id: dwellingId }))!;
	const home = [building.street, building.streetNumber].filter(Boolean).join(' ') || building.municipality;
	const present = new Set((await listNoticeDwellings(trx, promise.noticeId)).map(({ id }) => id));
	const holder = promise.offerId && (await findOfferedRequest(trx, promise.offerId));
	const byHand: string[] = [];
	let told = 0;
	for (const request of await listRequestsFor(trx, promise.noticeId, dwellingId)) {
		if (request.email === null) {
			byHand.push(request.protocol);
			continue;
		}
		const to = { locale: isLocale(request.locale) ? request.locale : ('it' as const) };
		const others = request.choices.some((id) => present.has(id));
		const about = {
			name: nameInMail(request.name ?? ''),
			home,
			notice: promise.title[to.locale],
			reason: removalReason(kind, to),
			offer: request.id === holder ? `${m.removal_mail_offer({}, to)}\n\n` : '',
			then: whatFollows({ others, closesAt: promise.closesAt }, to, now),
			link: config().origin + localizeHref(`/my/requests/${request.id}`, to)
		};
		const subject = m.removal_mail_subject({ home }, to);
		await enqueueMail(trx, { to: request.email, subject, text: m.removal_mail_text(about, to) }, now);
		told += 1;
	}
	return { told, byHand };
}

type After = { readonly others: boolean; readonly closesAt: Instant };

function whatFollows({ others, closesAt }: After, to: { readonly locale: 'it' | 'en' }, now: Instant): string {
	const open = !isPast(closesAt, now);
	const deadline = formatDeadline(closesAt, to.locale);
	if (open) return others ? m.removal_then_open({ deadline }, to) : m.removal_then_open_last({ deadline }, to);
	return others ? m.removal_then_closed({}, to) : m.removal_then_closed_last({}, to);
}
