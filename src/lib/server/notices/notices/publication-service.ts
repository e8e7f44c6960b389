import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { judgeQuotas, needsPublicNumber, planOf, type QuotaProblem } from '$lib/domain/notice/set-asides';
import { drawPlan } from '$lib/domain/notice/set-aside-plan';
import { freezeRuleSet } from '$lib/domain/ruleset/freeze-rule-set';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { listFreeDwellings, listNoticeDwellings, setLabels } from './dwelling-repository';
import { countDwellings, findNotice, insertEvent, updateDraft } from './repository';
import { newSetAsideSecret, setAsideColumns } from './set-aside-secret';

export type OpeningProblem =
	| 'not-allowed'
	| 'not-found'
	| 'already-open'
	| 'stale'
	| 'two-persons'
	| 'no-dwellings'
	| 'dwelling-not-free'
	| 'closes-in-the-past'
	| 'public-number-missing'
	| QuotaProblem;

/**
 * A manager who did not draft a notice publishes it. Its rules are frozen with their hash, and nothing in it changes
 * any more. `revision` is the draft that the manager read. `publicNumber` was public before the notice; it chooses the
 * dwellings that the rules set aside.
 */
export async function openNotice(
	trx: Transaction<Database>,
	input: { readonly id: string; readonly revision: number; readonly publicNumber?: string | undefined },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: OpeningProblem }> {
	if (!allows(by, 'manager')) return { ok: false, problem: 'not-allowed' };
	const found = await findDraftToOpen(trx, input.id, by, now);
	if (!found.ok) return found;
	const { notice, dwellings } = found;
	const homes = await listNoticeDwellings(trx, notice.id);
	const quotas = judgeQuotas(notice.rules, homes);
	if (quotas) return { ok: false, problem: quotas };
	const publicNumber = input.publicNumber?.toLowerCase() ?? '';
	const numbered = /^([0-9a-f]{2}){8,64}$/.test(publicNumber);
	if (needsPublicNumber(notice.rules) && !numbered) return { ok: false, problem: 'public-number-missing' };
	const plan = planOf(homes, notice.rules, notice.code, numbered ? publicNumber : '00');
	const secret = newSetAsideSecret();
	const { text, hash } = freezeRuleSet(notice.rules);
	const sealed = setAsideColumns(notice.id, plan, secret, await createDataKey(trx, now));
	const frozen = { rule_set: text, rule_set_hash: hash, ...sealed };
	if (!(await updateDraft(trx, notice.id, input.revision, frozen))) return { ok: false, problem: 'stale' };
	await setLabels(trx, notice.id, drawPlan(plan, secret));
	const spread: Readonly<Record<string, string>> = numbered ? { setAsidePublicNumber: publicNumber } : {};
	const opened = { notice_id: notice.id, event: 'opened' as const, at: now, account_id: by.id };
	await insertEvent(trx, { ...opened, ...(numbered && { detail: JSON.stringify(spread) }) });
	const detail = { rules: hash, dwellings, setAsides: sealed.set_aside_commitment, ...spread };
	record(trx, { event: 'notice_opened', by, subject: { type: 'notice', id: notice.id }, at: now, detail });
	return { ok: true };
}

async function findDraftToOpen(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const refused = (problem: OpeningProblem) => ({ ok: false, problem }) as const;
	const notice = await findNotice(trx, id);
	if (!notice || notice.withdrawnAt !== null) return refused('not-found');
	if (notice.openedAt !== null) return refused('already-open');
	if (notice.createdBy === by.id) return refused('two-persons');
	if (notice.closesAt <= now) return refused('closes-in-the-past');
	const dwellings = await countDwellings(trx, notice.id);
	if (dwellings === 0) return refused('no-dwellings');
	if (!(await allStillFree(trx, notice.id, dwellings))) return refused('dwelling-not-free');
	return { ok: true, notice, dwellings } as const;
}

/** A dwelling withdrawn or let since it was put in the draft must not be offered to anybody. */
async function allStillFree(trx: Transaction<Database>, noticeId: string, count: number): Promise<boolean> {
	const { length } = (await listFreeDwellings(trx, noticeId)).filter((dwelling) => dwelling.held);
	return length === count;
}
