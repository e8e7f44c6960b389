import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { findNotice } from '$lib/server/notices/notices/repository';
import { SIMULATED_ROUNDS, type WhatIfQuestion } from './question';
import { deleteWhatIfs, findWhatIf, insertWhatIf, listWhatIfs, setCancelled } from './repository';
import { stateOf } from './state';

/** Answers kept for each notice; older ones go, with the key that sealed them. */
const KEPT = 10;

/** Keeps a question, to be carried out after the transaction. A second click finds the first still under way. */
export async function askWhatIf(
	trx: Transaction<Database>,
	noticeId: string,
	question: WhatIfQuestion,
	by: Actor,
	now: Instant
) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	if (!(await findNotice(trx, noticeId))) return { ok: false as const, problem: 'unknown-notice' as const };
	const change = JSON.stringify(question);
	const asked = await listWhatIfs(trx, noticeId);
	const same = asked.find((one) => one.change === change && stateOf(one, now) === 'running');
	if (same) return { ok: true as const, id: same.id, fresh: false };
	await deleteWhatIfs(
		trx,
		asked
			.filter((one) => stateOf(one, now) !== 'running')
			.slice(KEPT - 1)
			.map(({ id }) => id)
	);
	const id = newId();
	const row = { id, notice_id: noticeId, change, asked_by: by.id, asked_at: now, of: SIMULATED_ROUNDS, seen_at: now };
	await insertWhatIf(trx, row);
	const detail = { notice: noticeId, change: question.change.kind };
	record(trx, { event: 'what_if_asked', by, subject: { type: 'what_if', id }, detail, at: now });
	return { ok: true as const, id, fresh: true };
}

/** Stops a question in whichever process it runs. A question that is over stays as it is. */
export async function cancelWhatIf(trx: Transaction<Database>, noticeId: string, id: string, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	if (!(await findWhatIf(trx, noticeId, id))) return { ok: false as const, problem: 'unknown' as const };
	if (await setCancelled(trx, id, now))
		record(trx, { event: 'what_if_cancelled', by, subject: { type: 'what_if', id }, at: now });
	return { ok: true as const };
}
