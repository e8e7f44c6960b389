import type { Transaction } from 'kysely';
import { readHealth, type StoredHealth } from '$lib/domain/accessibility/needs';
import { answersOfRequest } from '$lib/domain/application/answers-of-request';
import type { Answers } from '$lib/domain/application/answers';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findNotice } from '$lib/server/notices/notices/repository';
import { saveAnswers, type SaveProblem } from './draft-service';
import { healthOf } from './reading-service';
import { findApplication, findLive } from './repository';

/**
 * Begins a new request under the notice of one that ended, with its answers, while the notice is open. Answers saved since
 * stay, so that a second click changes nothing.
 */
export async function applyAgain(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true; noticeId: string } | { ok: false; problem: SaveProblem }> {
	const row = await findApplication(trx, id);
	if (!row || row.accountId !== by.id) return { ok: false, problem: 'not-found' };
	if (row.endedAt === null || (await findLive(trx, row.noticeId, by.id)))
		return { ok: false, problem: 'already-applied' };
	const { rules } = (await findNotice(trx, row.noticeId))!;
	const stored: StoredHealth | null = await healthOf(trx, row);
	const given = answersOfRequest(row.household, stored && readHealth(stored), row.choices, rules);
	const change = (saved: Answers): Answers => ({ ...given, ...saved });
	const done = await saveAnswers(trx, row.noticeId, change, by, now);
	return done.ok ? { ok: true, noticeId: row.noticeId } : done;
}
