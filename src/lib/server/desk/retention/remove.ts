import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { GoingKind } from '$lib/domain/retention/retention-times';
import * as letting from '$lib/server/letting/rights/service';
import { deleteMessages } from '$lib/server/people/messages/letters-repository';
import { deleteReadings } from '$lib/server/people/readings/erase-repository';
import { deleteMailsOf } from '$lib/server/platform/mail/erase-repository';
import { shredKey } from '$lib/server/platform/secrets/repository';
import * as requests from '$lib/server/requests/rights/service';
import type { Database } from '$lib/server/schema';

type Remove = (trx: Transaction<Database>, ids: readonly string[], now: Instant) => Promise<void>;

/** How the records of each kind go. Each leaves the list of what is due. */
export const remove: Readonly<Record<GoingKind, Remove>> = {
	draft: requests.eraseDrafts,
	reading: deleteReadings,
	async message(trx, ids) {
		await deleteMailsOf(trx, ids);
		await deleteMessages(trx, ids);
	},
	'home-search': letting.eraseSearches,
	/** The request stays under its code, as a ranking that was published needs it; nobody opens what was sealed for it. */
	async request(trx, ids, now) {
		await letting.eraseReasonsOf(trx, ids);
		for (const key of await requests.sealApart(trx, ids, now)) await shredKey(trx, key, now);
	}
};
