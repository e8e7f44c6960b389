import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { digest } from '$lib/server/platform/auth/session-adapter';
import { machineTime } from '$lib/server/clock';
import type { Database } from '$lib/server/schema';
import type { AccountTokensTable } from './table';
import { findToken, insertToken, useToken } from './repository';

export type Purpose = AccountTokensTable['purpose'];

/** A secret for a link: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const HOUR = 3_600_000;
/** A link to confirm may wait for the week-end; one that opens an account may not; a new colleague has a week. */
export const tokenHours = { confirm: 72, reset: 1, welcome: 168 } as const;

/**
 * A secret for a link in a mail; only its hash is stored. Earlier links go on working, because a stranger who asks for
 * one must not put out the owner's: they end together when a password is chosen. `email`: the address that the link confirms.
 */
export async function issueToken(
	trx: Transaction<Database>,
	accountId: string,
	purpose: Purpose,
	hours: number,
	email: string | null = null
): Promise<string> {
	const token = newSecret();
	const created = machineTime();
	await insertToken(trx, {
		id: digest(token),
		account_id: accountId,
		email,
		purpose,
		created_at: created,
		expires_at: new Date(Date.parse(created) + hours * HOUR).toISOString(),
		used_at: null
	});
	return token;
}

/** Whether the link still works; looking does not use it up. */
export async function tokenWorks(db: Kysely<Database>, token: string, purpose: Purpose): Promise<boolean> {
	return (await findToken(db, digest(token), purpose, machineTime())) !== undefined;
}

/** Uses the link up: answers its account the first time, and nothing after. */
export async function redeemToken(
	trx: Transaction<Database>,
	token: string,
	purpose: Purpose
): Promise<string | undefined> {
	return useToken(trx, digest(token), purpose, machineTime());
}
