import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { dataKeyPlace } from './data-key';
import { findAnyKey, findKeys, insertKeyOnce, rewriteKey, type WrappedKey } from './repository';
import { seal, unseal } from './seal';

/** The id of a data key that seals nothing: it shows under which master key the database was sealed. */
const CHECK = 'master-key-check';

/**
 * Whether `masterKey` opens what this database holds. A database without the check value gets one, after an existing key
 * was opened. A portal with another key would take answers that nobody could read together with the earlier ones.
 */
export async function masterKeyFits(trx: Transaction<Database>, masterKey: Buffer, now: Instant): Promise<boolean> {
	const [check] = await findKeys(trx, [CHECK]);
	if (check) return opens(masterKey, check);
	const any = await findAnyKey(trx);
	if (any && !opens(masterKey, any)) return false;
	const wrapped_key = seal(masterKey, dataKeyPlace(CHECK), randomBytes(32).toString('base64'));
	await insertKeyOnce(trx, { id: CHECK, wrapped_key, created_at: now, shredded_at: null });
	// Two processes may start at once: the value of the first one counts.
	const [kept] = await findKeys(trx, [CHECK]);
	return kept !== undefined && opens(masterKey, kept);
}

/** Writes the check value as it is: a write that changes nothing shows whether the database takes writes. */
export const writeCheckAgain = (trx: Transaction<Database>): Promise<void> => rewriteKey(trx, CHECK);

function opens(masterKey: Buffer, row: WrappedKey): boolean {
	try {
		unseal(masterKey, dataKeyPlace(row.id), row.wrappedKey ?? '');
		return true;
	} catch {
		return false;
	}
}
