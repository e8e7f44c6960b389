import type { Kysely } from 'kysely';
import { obstaclesOf, type Obstacle } from '$lib/domain/offers/gate';
import { homesToOffer } from '$lib/server/homes/removals/repository';
import { findDemand } from '$lib/server/notices/notices/demand-repository';
import { openRejectionsOf } from '$lib/server/requests/rejections/repository';
import { standingsOf } from '$lib/server/requests/verification/repository';
import type { Database } from '$lib/server/schema';
import { changedSince } from './changed-since';
import { endedAmong, housedElsewhere } from './repository';

/** A request, and the home that it may be given. */
type Wanted = { readonly applicationId: string; readonly dwellingId: string };

/** By request: every reason why its household may not have that home now. Opening the notice checked that homes are restored. */
export async function obstaclesOfMany(
	db: Kysely<Database>,
	noticeId: string,
	wanted: readonly Wanted[]
): Promise<ReadonlyMap<string, readonly Obstacle[]>> {
	const ids = wanted.map(({ applicationId }) => applicationId);
	const ended = await endedAmong(db, ids);
	const rejections = await openRejectionsOf(db, noticeId);
	const checks = (await findDemand(db, noticeId)) === null ? null : await standingsOf(db, ids);
	const housed = await housedElsewhere(db, wanted);
	const changedOf = await changedSince(db, noticeId, wanted);
	const homes = await homesToOffer(
		db,
		wanted.map(({ dwellingId }) => dwellingId)
	);
	return new Map(
		wanted.map(({ applicationId, dwellingId }) => [
			applicationId,
			obstaclesOf({
				requestEnded: ended.has(applicationId),
				rejectionUntil: rejections.get(applicationId) ?? null,
				check: checks && (checks.get(applicationId) ?? 'open'),
				hasOtherHome: housed.has(applicationId),
				changed: changedOf(applicationId),
				home: { ...homes.get(dwellingId)!, restored: true }
			})
		])
	);
}

/** The same for one request. */
export async function obstaclesFor(
	db: Kysely<Database>,
	noticeId: string,
	wanted: Wanted
): Promise<readonly Obstacle[]> {
	return (await obstaclesOfMany(db, noticeId, [wanted])).get(wanted.applicationId)!;
}
