import { createHmac, randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { config } from '$lib/server/config';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { tellFactorChanged } from '$lib/server/platform/accounts/tell-owner';
import { record } from '$lib/server/platform/audit/record';
import type { Database } from '$lib/server/schema';
import type { AuditActor } from './actor';
import { deleteRecoveryCode, deleteRecoveryCodes, insertRecoveryCodes } from './repository';

const HOW_MANY = 10;
/** Digits, because the field of the code opens a keyboard of digits: 53 bits. */
const GROUPS = 4;

const newCode = () => Array.from({ length: GROUPS }, () => String(randomInt(10_000)).padStart(4, '0')).join(' ');

const hashOf = (accountId: string, code: string) =>
	createHmac('sha256', config().masterKey)
		.update(`recovery:${accountId}:${code.replace(/[\s-]/g, '')}`)
		.digest('hex');

type Made = { ok: true; codes: readonly string[] } | { ok: false; problem: 'not-allowed' };

/**
 * Ten new codes of `by`, whose password was asked; earlier ones end. Only the answer has them in clear. None without a
 * second factor that they would stand in for.
 */
export async function makeRecoveryCodes(
	trx: Transaction<Database>,
	by: Extract<AuditActor, { id: string }>,
	at: Instant
): Promise<Made> {
	if (!(await findAccount(trx, by.id))?.totpSealed) return { ok: false, problem: 'not-allowed' };
	const codes = Array.from({ length: HOW_MANY }, newCode);
	await deleteRecoveryCodes(trx, by.id);
	await insertRecoveryCodes(
		trx,
		codes.map((code) => ({ id: hashOf(by.id, code), account_id: by.id }))
	);
	await tellFactorChanged(trx, by.id, 'codes-made', at);
	record(trx, { event: 'recovery_codes_made', by, subject: { type: 'account', id: by.id }, at });
	return { ok: true, codes };
}

/** Whether `code` is one of the account's recovery codes: the first use ends it. */
export async function takeRecoveryCode(
	trx: Transaction<Database>,
	by: Extract<AuditActor, { id: string }>,
	code: string,
	at: Instant
): Promise<boolean> {
	if (!(await deleteRecoveryCode(trx, by.id, hashOf(by.id, code)))) return false;
	await tellFactorChanged(trx, by.id, 'code-used', at);
	record(trx, { event: 'recovery_code_used', by, subject: { type: 'account', id: by.id }, at });
	return true;
}
