import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { judgeCode } from '$lib/domain/mandates/consent';
import { stateOf } from '$lib/domain/mandates/mandate';
import { findOfAccount as findDocument } from '$lib/server/people/documents/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { begin } from './begin';
import { namedOf } from './named';
import { isCode } from './code';
import { countTry, findLastConsent } from './consent-repository';
import { isHelper } from './propose';
import { listOfPerson, lockMandate, type StoredMandate } from './repository';
import { sendCode } from './send-code';

/** `not-possible`: the address belongs to an account that is no resident's. */
export type YesProblem =
	| 'not-allowed'
	| 'not-found'
	| 'not-proposed'
	| 'not-possible'
	| 'too-many-codes'
	| 'no-address'
	| 'code-needed'
	| 'no-paper';

/** What came of a code. A wrong one is counted, so it is no refusal: what is refused is rolled back. */
export type CodeOutcome = 'given' | 'wrong' | 'too-old' | 'too-often' | 'used';
type Done = { readonly ok: true } | { readonly ok: false; readonly problem: YesProblem };

async function lockProposed(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true; mandate: StoredMandate } | { ok: false; problem: YesProblem }> {
	if (!isHelper(by)) return { ok: false, problem: 'not-allowed' };
	const mandate = await lockMandate(trx, id);
	if (mandate?.organisationId !== by.organisationId) return { ok: false, problem: 'not-found' };
	return stateOf(mandate, now) === 'proposed' ? { ok: true, mandate } : { ok: false, problem: 'not-proposed' };
}

/** Sends another code for a proposal. */
export async function askAgain(trx: Transaction<Database>, mandateId: string, by: Actor, now: Instant): Promise<Done> {
	const found = await lockProposed(trx, mandateId, by, now);
	if (!found.ok) return found;
	const { email } = await namedOf(trx, found.mandate);
	if (email === null) return { ok: false, problem: 'no-address' };
	const isSent = await sendCode(trx, { mandateId, act: 'mandate', subjectId: null, email }, by, now);
	return isSent ? { ok: true } : { ok: false, problem: 'too-many-codes' };
}

/** The helper types the code that the person tells. The newest code counts. */
export async function beginByCode(
	trx: Transaction<Database>,
	{ mandateId, code }: { readonly mandateId: string; readonly code: string },
	by: Actor,
	now: Instant
): Promise<{ ok: true; outcome: CodeOutcome } | { ok: false; problem: YesProblem }> {
	const found = await lockProposed(trx, mandateId, by, now);
	if (!found.ok) return found;
	const asked = await findLastConsent(trx, { mandateId, act: 'mandate', subjectId: null });
	if (!asked?.codeHash) return { ok: false, problem: 'no-address' };
	const standing = judgeCode(asked, now);
	if (standing !== 'open') return { ok: true, outcome: standing };
	if (!isCode(asked.id, code, asked.codeHash)) {
		await countTry(trx, asked.id);
		record(trx, { event: 'consent_mistyped', by, subject: { type: 'mandate', id: mandateId }, at: now });
		return { ok: true, outcome: 'wrong' };
	}
	const begun = await begin(trx, found.mandate, { consentId: asked.id, way: 'code', documentId: null }, by, now);
	return begun ? { ok: true, outcome: 'given' } : { ok: false, problem: 'not-possible' };
}

/** The person, signed in, says yes to a proposal on their own page. A second click finds the mandate begun. */
export async function beginOnOwnPage(
	trx: Transaction<Database>,
	mandateId: string,
	by: Actor,
	now: Instant
): Promise<Done> {
	if (!allows(by, 'applicant')) return { ok: false, problem: 'not-allowed' };
	const mandate = await lockMandate(trx, mandateId);
	if (!mandate || mandate.accountId !== by.id) return { ok: false, problem: 'not-found' };
	const state = stateOf(mandate, now);
	if (state === 'active') return { ok: true };
	if (state !== 'proposed') return { ok: false, problem: 'not-proposed' };
	await begin(trx, mandate, { consentId: null, way: 'page', documentId: null }, by, now);
	return { ok: true };
}

/**
 * The person signed a sheet, which the helper has kept among the documents of the person. Paper begins a mandate only for a
 * person who has no address, so that nothing the portal holds opens by it, or where a mandate is active already (adr 45).
 */
export async function beginOnPaper(
	trx: Transaction<Database>,
	{ mandateId, documentId }: { readonly mandateId: string; readonly documentId: string },
	by: Actor,
	now: Instant
): Promise<Done> {
	const found = await lockProposed(trx, mandateId, by, now);
	if (!found.ok) return found;
	const { mandate } = found;
	if (!(await takesPaper(trx, mandate, now))) return { ok: false, problem: 'code-needed' };
	if (!(await findDocument(trx, documentId, mandate.accountId!))) return { ok: false, problem: 'no-paper' };
	await begin(trx, mandate, { consentId: null, way: 'paper', documentId }, by, now);
	return { ok: true };
}

/** Whether a signature on paper begins this proposal (adr 45). */
export async function takesPaper(trx: Transaction<Database>, mandate: StoredMandate, now: Instant): Promise<boolean> {
	const { accountId, organisationId } = mandate;
	if (accountId === null) return false;
	if ((await namedOf(trx, mandate)).email === null) return true;
	const others = await listOfPerson(trx, accountId);
	return others.some((one) => one.organisationId === organisationId && stateOf(one, now) === 'active');
}
