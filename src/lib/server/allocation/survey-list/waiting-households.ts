import type { Kysely } from 'kysely';
import { needMask, readHealth } from '$lib/domain/accessibility/needs';
import type { WaitingHousehold } from '$lib/domain/accessibility/survey-list';
import { eachSubmitted } from '$lib/server/requests/applications/for-ranking';
import { openHealth } from '$lib/server/requests/applications/stored-health';
import type { Database } from '$lib/server/schema';
import type { Notice } from '$lib/server/notices/notices/notice';
import { listWaiting } from './repository';
import type { HomeSizes } from './home-sizes';

/**
 * The households with needs that wait for an offer under these notices, the oldest notice first. A household that
 * applied under several counts once, with its last answers. Needs are opened in memory only, and never stored, logged
 * or shown.
 */
export async function waitingHouseholds(
	db: Kysely<Database>,
	notices: readonly Notice[],
	sizes: HomeSizes
): Promise<WaitingHousehold[]> {
	const found = new Map<string, WaitingHousehold>();
	for (const notice of notices) {
		const waiting = new Map((await listWaiting(db, notice.id)).map(({ id, accountId }) => [id, accountId ?? id]));
		await eachSubmitted(db, notice.id, (row, key) => {
			const who = waiting.get(row.id);
			if (who === undefined) return;
			found.delete(who);
			const { needs } = readHealth(openHealth(row, key));
			const mask = needMask(needs);
			if (mask === 0) return;
			found.set(who, { mask, size: sizes.of(notice, row.household.members.length, needs.carersRoom) });
		});
	}
	return [...found.values()];
}
