import type { Kysely } from 'kysely';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import type { Obstacle } from '$lib/domain/offers/gate';
import { obstaclesOfMany } from '$lib/server/allocation/gate/service';
import { requestsByCode } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';

/**
 * The households that a version gives a home that they may not have now, by pseudonym, with every reason. Those who signed
 * (`frozen`) have theirs. The version is not changed: a household leaves a ranking only by a decision that it is told.
 */
export async function heldBackIn(
	db: Kysely<Database>,
	noticeId: string,
	{ assignments }: Pick<RoundResult, 'assignments'>
): Promise<ReadonlyMap<string, readonly Obstacle[]>> {
	const given = assignments.filter(({ through }) => through !== 'frozen');
	const requests = await requestsByCode(
		db,
		noticeId,
		given.map(({ application }) => application)
	);
	const wanted = given.flatMap(({ application, dwelling: dwellingId }) => {
		const applicationId = requests.get(application);
		return applicationId === undefined ? [] : [{ applicationId, dwellingId }];
	});
	const obstacles = await obstaclesOfMany(db, noticeId, wanted);
	const all = given.map(
		({ application }) => [application, obstacles.get(requests.get(application) ?? '') ?? []] as const
	);
	return new Map(all.filter(([, reasons]) => reasons.length > 0));
}
