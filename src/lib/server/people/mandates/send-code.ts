import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { CODES_A_DAY, type ConsentAct } from '$lib/domain/mandates/consent';
import { newId } from '$lib/server/ids';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { consentCodeMail } from '$lib/server/platform/accounts/mails';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import type { Database } from '$lib/server/schema';
import { codeHash, newCode } from './code';
import { countAsked, insertConsent } from './consent-repository';
import { findMandate } from './repository';

type Asking = {
	readonly mandateId: string;
	readonly act: ConsentAct;
	readonly subjectId: string | null;
	readonly email: string;
	/** Which answer the code is for, where the act has several. */
	readonly saying?: 'accept' | 'refuse';
};

const DAY = 86_400_000;

/**
 * Sends a code by which the person says yes to one act. The mail goes to the address, known or not, but not to staff. A
 * mail with a code is kept in no mailbox; for a person in danger it says only that there is news, or does not leave.
 * @returns false where too many codes were asked for today
 */
export async function sendCode(
	trx: Transaction<Database>,
	{ mandateId, act, subjectId, email, saying }: Asking,
	by: Actor,
	now: Instant
): Promise<boolean> {
	const since = new Date(Date.parse(now) - DAY).toISOString();
	if ((await countAsked(trx, mandateId, since)) >= CODES_A_DAY) return false;
	const id = newId();
	const code = newCode();
	const asked = { id, mandate_id: mandateId, act, subject_id: subjectId, asked_by: by.id, asked_at: now };
	await insertConsent(trx, {
		...asked,
		...{ code_hash: codeHash(id, code), given_at: null, way: null, document_id: null }
	});
	record(trx, { event: 'consent_asked', by, subject: { type: 'mandate', id: mandateId }, detail: { act }, at: now });
	const account = await findByEmail(trx, email);
	if (account && account.role !== 'applicant') return true;
	const { organisation } = (await findMandate(trx, mandateId))!;
	const reader = { email, name: account?.name ?? '', locale: account?.locale ?? 'it' };
	const mail = consentCodeMail(reader, { act: saying ?? act, organisation, helper: by.name, code });
	await enqueueMail(trx, { ...mail, ...(account && { readerId: account.id }) }, now);
	return true;
}
