import type { Kysely } from 'kysely';
import { obstaclesOf, type Obstacle } from '$lib/domain/offers/gate';
import { homesToOffer } from '$lib/server/homes/removals/repository';
import { findApplication } from '$lib/server/requests/applications/repository';
import { openRejectionsOf } from '$lib/server/requests/rejections/repository';
import type { Database } from '$lib/server/schema';
import { housedElsewhere } from './repository';

/** A live request, and the home that it may be given. */
type Wanted = { readonly applicationId: string; readonly dwellingId: string };

/** By request: every reason why its household may not have that home now. Opening the notice checked that homes are restored. */
export async function obstaclesOfMany(
	db: Kysely<Database>,
	noticeId: string,
	wanted: readonly Wanted[]
): Promise<ReadonlyMap<string, readonly Obstacle[]>> {
	const rejections = await openRejectionsOf(db, noticeId);
	const housed = await housedElsewhere(db, wanted);
	const homes = await homesToOffer(
		db,
		wanted.map(({ dwellingId }) => dwellingId)
	);
	return new Map(
		wanted.map(({ applicationId, dwellingId }) => [
			applicationId,
			obstaclesOf({
				requestEnded: false,
				rejectionUntil: rejections.get(applicationId) ?? null,
				hasOtherHome: housed.has(applicationId),
				home: { ...homes.get(dwellingId)!, restored: true }
			})
		])
	);
}

/** The same for one request, which may have ended. */
export async function obstaclesFor(db: Kysely<Database>, noticeId: string, wanted: Wanted): Promise<Obstacle[]> {
	const request = await findApplication(db, wanted.applicationId);
	const others = (await obstaclesOfMany(db, noticeId, [wanted])).get(wanted.applicationId)!;
	return request && request.endedAt === null ? [...others] : [{ because: 'request-ended' }, ...others];
}
