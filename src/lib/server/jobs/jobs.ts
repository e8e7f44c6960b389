import { sessions } from '$lib/server/auth/sessions';
import { database, transact } from '$lib/server/db/app';
import { endHolds } from '$lib/server/landlords/end-holds';
import { sendDueMails } from '$lib/server/mail/send-due';
import { mailTransport } from '$lib/server/mail/transport';
import { expireOffers } from '$lib/server/offers/expire-offers';
import type { Job } from './loop';

/** Everything the portal does by itself, and how often. */
export function jobs(): readonly Job[] {
	const transport = mailTransport();
	const always: Job[] = [
		{ name: 'expire offers', everySeconds: 20, run: (now) => transact((trx) => expireOffers(trx, now)) },
		{ name: 'end holds', everySeconds: 20, run: (now) => transact((trx) => endHolds(trx, now)) },
		{ name: 'sweep sessions', everySeconds: 3_600, run: () => sessions().sweep() }
	];
	if (!transport) return always;
	return [...always, { name: 'send mails', everySeconds: 5, run: (now) => sendDueMails(database(), transport, now) }];
}
