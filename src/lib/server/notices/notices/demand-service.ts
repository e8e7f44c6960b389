import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findDemand, setDemand } from './demand-repository';
import { findNotice, lockNotice } from './repository';

export type DemandProblem = 'not-allowed' | 'not-found';

/**
 * Says whether offers, contracts and keys of a notice wait for verified requests, from now on. A manager decides it. A second click
 * changes nothing.
 */
export async function demandVerification(
	trx: Transaction<Database>,
	input: { readonly noticeId: string; readonly demanded: boolean },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: DemandProblem }> {
	if (!allows(by, 'manager')) return { ok: false, problem: 'not-allowed' };
	const { noticeId, demanded } = input;
	await lockNotice(trx, noticeId);
	if (!(await findNotice(trx, noticeId))) return { ok: false, problem: 'not-found' };
	if (((await findDemand(trx, noticeId)) !== null) === demanded) return { ok: true };
	await setDemand(trx, noticeId, demanded ? now : null);
	const event = demanded ? 'verification_demanded' : 'verification_not_demanded';
	record(trx, { event, by, subject: { type: 'notice', id: noticeId }, at: now });
	return { ok: true };
}
