import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { judgeCode } from '$lib/domain/mandates/consent';
import { isDeskAddress } from '$lib/server/platform/accounts/desk-address';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { letHelperAct, letWithYes, record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { isCode } from './code';
import { countTry, findLastConsent, giveConsent } from './consent-repository';
import { yesKey, type OwnAct } from './may-do';
import { mayWithYes } from './may-with-yes';
import { lockMandate } from './repository';
import type { CodeOutcome } from './say-yes';
import { sendCode } from './send-code';

export type AskYesProblem = 'not-allowed' | 'no-address' | 'too-many-codes';

/**
 * Sends the person the code for one act that a helper may not do alone. `saying`: which answer the code is for, where the
 * act has several.
 */
export async function askYes(
	trx: Transaction<Database>,
	own: OwnAct & { readonly saying?: 'accept' | 'refuse' },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: AskYesProblem }> {
	const helper = await mayWithYes(trx, own, by, now);
	if (!helper) return { ok: false, problem: 'not-allowed' };
	letHelperAct(helper.mandateId);
	const { email } = (await findAccount(trx, by.id))!;
	if (isDeskAddress(email)) return { ok: false, problem: 'no-address' };
	const { act, subjectId, saying } = own;
	const asking = { mandateId: helper.mandateId, act, subjectId, email, ...(saying && { saying }) };
	const isSent = await sendCode(trx, asking, helper.account, now);
	return isSent ? { ok: true } : { ok: false, problem: 'too-many-codes' };
}

/** `none`: no code was sent for this very act and version. */
export type YesOutcome = CodeOutcome | 'none';

/**
 * The helper types the code that the person told. The right one allows this act, about this subject, in this transaction
 * alone: when the act is refused, the code stays as it was. A wrong one is counted, so it is no refusal.
 */
export async function takeYes(
	trx: Transaction<Database>,
	own: OwnAct & { readonly code: string },
	by: Actor,
	now: Instant
): Promise<{ ok: true; outcome: YesOutcome } | { ok: false; problem: 'not-allowed' }> {
	const helper = await mayWithYes(trx, own, by, now);
	if (!helper) return { ok: false, problem: 'not-allowed' };
	const { mandateId } = helper;
	// A second click waits here, and finds the code used.
	await lockMandate(trx, mandateId);
	const asked = await findLastConsent(trx, { mandateId, act: own.act, subjectId: own.subjectId });
	if (!asked?.codeHash) return { ok: true, outcome: 'none' };
	const standing = judgeCode(asked, now);
	if (standing !== 'open') return { ok: true, outcome: standing };
	const about = { by: helper.account, subject: { type: 'mandate', id: mandateId }, at: now } as const;
	if (!isCode(asked.id, own.code, asked.codeHash)) {
		await countTry(trx, asked.id);
		record(trx, { event: 'consent_mistyped', ...about });
		return { ok: true, outcome: 'wrong' };
	}
	await giveConsent(trx, asked.id, { given_at: now, way: 'code', document_id: null });
	record(trx, { event: 'consent_given', ...about, detail: { act: own.act } });
	letWithYes(yesKey(mandateId, own));
	return { ok: true, outcome: 'given' };
}
