import type { Transaction } from 'kysely';
import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RemovalKind } from '$lib/domain/dwelling/home-events';
import { m } from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { findBy } from '$lib/server/homes/dwellings/repository';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { tell } from '$lib/server/people/messages/tell';
import { listRequestsFor } from '$lib/server/requests/applications/listed-repository';
import { recipientOf } from '$lib/server/requests/applications/recipient';
import { findOfferedRequest } from '$lib/server/letting/offers/repository';
import type { Database } from '$lib/server/schema';
import { formatDeadline } from '$lib/words/format';
import { removalReason } from '$lib/words/removal-text';
import type { Promised } from './promise-repository';

type Left = { readonly dwellingId: string; readonly kind: RemovalKind; readonly promise: Promised };

/**
 * Tells each household that listed the home why nobody gets it, what stays of its request and what it can do. The
 * household that held the home reads that its offer ended and that it keeps its place. Answers how many mails leave, and
 * the protocol numbers of the requests that are told by a letter, which waits to be printed.
 */
export async function tellHouseholds(trx: Transaction<Database>, { dwellingId, kind, promise }: Left, now: Instant) {
	const { building } = (await findBy(trx, { id: dwellingId }))!;
	const home = [building.street, building.streetNumber].filter(Boolean).join(' ') || building.municipality;
	const present = new Set((await listNoticeDwellings(trx, promise.noticeId)).map(({ id }) => id));
	const holder = promise.offerId && (await findOfferedRequest(trx, promise.offerId));
	const byHand: string[] = [];
	let told = 0;
	for (const request of await listRequestsFor(trx, promise.noticeId, dwellingId)) {
		const others = request.choices.some((id) => present.has(id));
		const words = (locale: Locale) => ({
			home,
			notice: promise.title[locale],
			reason: removalReason(kind, { locale }),
			then: whatFollows({ others, offered: request.id === holder, closesAt: promise.closesAt }, { locale }, now)
		});
		const telling = { to: recipientOf(request), path: `/my/requests/${request.id}`, words };
		const channel = await tell(trx, 'home_removed', telling, now);
		if (channel === 'email') told += 1;
		else byHand.push(request.protocol);
	}
	return { told, byHand };
}

type After = { readonly others: boolean; readonly offered: boolean; readonly closesAt: Instant };

function whatFollows({ others, offered, closesAt }: After, to: { readonly locale: Locale }, now: Instant): string {
	const offer = offered ? `${m.removal_mail_offer({}, to)}\n\n` : '';
	const deadline = formatDeadline(closesAt, to.locale);
	if (isPast(closesAt, now))
		return offer + (others ? m.removal_then_closed({}, to) : m.removal_then_closed_last({}, to));
	return offer + (others ? m.removal_then_open({ deadline }, to) : m.removal_then_open_last({ deadline }, to));
}
