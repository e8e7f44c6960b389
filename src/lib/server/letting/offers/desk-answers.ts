import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Heard } from '$lib/domain/desk/heard';
import { judgeEvidence, type DeskProblem, type HouseholdAnswer } from '$lib/domain/offers/desk-answer';
import { decideRefusal, refusalRulesOf, type Consequence } from '$lib/domain/offers/refusal-rules';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findNotice } from '$lib/server/notices/notices/repository';
import { lockOffer } from './repository';
import { takeAnswer, type NotAnswered } from './take-answer';

export type DeskAnswered = { ok: true; tenancyId: string | null } | NotAnswered | { ok: false; problem: DeskProblem };

/** An officer writes what a household answered by letter, by phone or at the desk. The household is told of it. */
export async function answerAtDesk(
	trx: Transaction<Database>,
	id: string,
	{ answer, told }: { readonly answer: HouseholdAnswer; readonly told: Heard },
	by: Actor,
	now: Instant
): Promise<DeskAnswered> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const offer = await lockOffer(trx, id);
	if (!offer) return { ok: false, problem: 'unknown-offer' };
	const problem = judgeEvidence(told, offer, now);
	return problem ? { ok: false, problem } : takeAnswer(trx, offer, answer, { told, by, now });
}

/** The consequence of an answer under the rules of a notice: `contract`, or what they say of a refusal. */
export async function consequenceOfAnswer(
	db: Kysely<Database>,
	noticeId: string,
	answer: HouseholdAnswer
): Promise<'contract' | Consequence> {
	if (answer.answer === 'accepted') return 'contract';
	const rules = refusalRulesOf((await findNotice(db, noticeId))?.rules ?? null);
	return decideRefusal(rules, answer.reason).consequence;
}
