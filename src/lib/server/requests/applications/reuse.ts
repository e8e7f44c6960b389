import type { Kysely, Transaction } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import { answersCarried } from '$lib/domain/application/carried';
import type { Answers } from '$lib/domain/application/answers';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findNotice } from '$lib/server/notices/notices/repository';
import { saveAnswers, type SaveProblem } from './draft-service';
import { healthOf } from './reading-service';
import { findApplication, listOfAccount, type Application } from './repository';

/** The last request that an account sent, under any notice, as answers to begin with at a notice; null when there is none. */
export async function reusable(db: Kysely<Database>, noticeId: string, by: Actor) {
	const [last] = await listOfAccount(db, by.id);
	const notice = await findNotice(db, noticeId);
	if (!last || !notice) return null;
	const { title } = (await findNotice(db, last.noticeId))!;
	return { answers: await carriedFrom(db, last, notice.rules), title };
}

/**
 * Begins a draft at a notice with the answers of an earlier request of the same account. Nothing is confirmed and nothing
 * is sent. A draft that was begun meanwhile stays as it is, so that a second click changes nothing.
 */
export async function beginWithAnswers(
	trx: Transaction<Database>,
	{ noticeId, request }: { readonly noticeId: string; readonly request: string },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: SaveProblem }> {
	const sent = await findApplication(trx, request);
	const notice = await findNotice(trx, noticeId);
	if (!sent || sent.accountId !== by.id || !notice) return { ok: false, problem: 'not-found' };
	const carried = await carriedFrom(trx, sent, notice.rules);
	const change = (saved: Answers) => (Object.keys(saved).length > 0 ? saved : carried);
	return saveAnswers(trx, noticeId, change, by, now);
}

async function carriedFrom(db: Kysely<Database>, sent: Application, rules: RuleSet): Promise<Answers> {
	const stored = await healthOf(db, sent);
	const from = { request: sent.id, protocol: sent.protocol, sentAt: sent.submittedAt };
	return answersCarried(sent.household, stored && readHealth(stored), from, rules);
}
