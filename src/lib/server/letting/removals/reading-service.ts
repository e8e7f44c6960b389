import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { isLasting } from '$lib/domain/dwelling/home-events';
import { listRemovals } from '$lib/server/homes/removals/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { countRequestsFor, listWithoutMail } from '$lib/server/requests/applications/listed-repository';
import type { Database } from '$lib/server/schema';
import { findPromise } from './promise-repository';

/** The removals of a home, the one that waits, and how a notice promises the home: what the form says before it is sent. */
export async function readRemovals(db: Kysely<Database>, dwellingId: string, by: Actor, now: Instant) {
	const all = [];
	for (const { proposedBy, closedBy: _closedBy, noticeId, ...removal } of await listRemovals(db, dwellingId)) {
		const confirmed = removal.outcome === 'confirmed';
		all.push({
			...removal,
			own: proposedBy === by.id,
			canEnd: confirmed && removal.endedAt === null && isLasting(removal.kind),
			/** Protocol numbers of requests that no mail reaches. */
			byHand: confirmed && noticeId ? await listWithoutMail(db, noticeId, dwellingId) : []
		});
	}
	const promise = await findPromise(db, dwellingId, now);
	return {
		waiting: all.find(({ outcome }) => outcome === null) ?? null,
		closed: all.filter(({ outcome }) => outcome !== null),
		promise: promise && {
			code: promise.code,
			stage: promise.stage,
			requests: await countRequestsFor(db, promise.noticeId, dwellingId)
		}
	};
}
