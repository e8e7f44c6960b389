import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { commitToSetAsides } from '$lib/domain/publication/sealed-round';
import { createDataKey, openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal, unseal } from '$lib/server/platform/secrets/seal';
import type { Database } from '$lib/server/schema';
import { findSetAsideSecret } from './repository';

const place = (noticeId: string) => `notices.set_aside_secret_sealed:${noticeId}`;

/** A secret for the set-asides of a notice: what draws their places, and the salt of the commitment to them. */
export const newSetAsideSecret = (): string => randomBytes(32).toString('hex');

type Drawn = { readonly secret: string; readonly labels: ReadonlyMap<string, readonly string[]> };

/**
 * The columns that bind a notice to its set-asides: the commitment, which is published, and the secret under a key of its
 * own. Auditors open it, and shredding that key erases it.
 */
export async function sealLabels(
	trx: Transaction<Database>,
	noticeId: string,
	{ secret, labels }: Drawn,
	now: Instant
) {
	const key = await createDataKey(trx, now);
	// Dwellings open to everybody are left out of what is committed to.
	const set = Object.fromEntries([...labels].filter(([, categories]) => categories.length > 0));
	return {
		set_aside_commitment: commitToSetAsides({ secret, labels: set }),
		set_aside_secret_sealed: seal(key.key, place(noticeId), secret),
		set_aside_key_id: key.id
	};
}

/** The secret of a notice; null where it was opened without one, or its key was shredded. */
export async function openSetAsideSecret(db: Kysely<Database>, noticeId: string): Promise<string | null> {
	const row = await findSetAsideSecret(db, noticeId);
	if (!row?.sealed || !row.keyId) return null;
	const key = (await openDataKeys(db, [row.keyId])).get(row.keyId);
	return key ? (unseal(key, place(noticeId), row.sealed) as string) : null;
}
