import type { Kysely } from 'kysely';
import { listWaitingChanges } from '$lib/server/notices/changes/repository';
import type { Database } from '$lib/server/schema';
import { officeTerm } from './kinds';
import type { Waiting } from './waiting';

/** Changes of published notices that wait for a second person. An extension counts only before the notice closes. */
export async function noticeChangeWork(db: Kysely<Database>): Promise<Waiting[]> {
	return (await listWaitingChanges(db)).map(
		({ noticeId, kind, proposedBy, proposedAt, closesAt, titleIt, titleEn }) => {
			const term = officeTerm('confirm-notice-change', proposedAt);
			return {
				kind: 'confirm-notice-change',
				due: kind === 'extension' && closesAt < term ? closesAt : term,
				about: { it: titleIt, en: titleEn },
				params: { id: noticeId },
				begunBy: [proposedBy]
			};
		}
	);
}
