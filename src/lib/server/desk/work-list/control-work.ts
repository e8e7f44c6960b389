import type { Kysely } from 'kysely';
import { quicknet, roundTime } from '$lib/domain/draw/drand';
import type { Instant } from '$lib/domain/calendar/instant';
import { listOpenControls } from '$lib/server/requests/controls/draws-repository';
import { listUnderWay } from '$lib/server/requests/controls/repository';
import type { Database } from '$lib/server/schema';
import { officeTerm } from './kinds';
import { inBoth, type Waiting } from './waiting';

/** Samples that wait for a second person, and confirmed ones whose public number is out. */
export async function sampleWork(db: Kysely<Database>, now: Instant): Promise<Waiting[]> {
	return (await listUnderWay(db)).flatMap(
		({ noticeId, seedRound, proposedBy, proposedAt, titleIt, titleEn }): Waiting[] => {
			const about = { about: { it: titleIt, en: titleEn }, params: { id: noticeId } };
			if (seedRound === null) {
				const due = officeTerm('confirm-sample', proposedAt);
				return [{ kind: 'confirm-sample', due, ...about, begunBy: [proposedBy] }];
			}
			const out = roundTime(quicknet, seedRound);
			return now < out ? [] : [{ kind: 'draw-sample', due: officeTerm('draw-sample', out), ...about }];
		}
	);
}

/** The controls of requests that were drawn. */
export const controlWork = async (db: Kysely<Database>): Promise<Waiting[]> =>
	(await listOpenControls(db)).map(({ id, pseudonym, dueAt }) => ({
		kind: 'check-drawn',
		due: dueAt,
		about: inBoth(pseudonym),
		params: { id }
	}));
