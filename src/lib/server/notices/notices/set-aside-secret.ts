import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { planText, type SetAsidePlan } from '$lib/domain/notice/set-aside-plan';
import { commitToSetAsides, openSetAsides } from '$lib/domain/publication/sealed-round';
import { openDataKeys, type DataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { openSealedText } from '$lib/server/platform/secrets/sealed-value';
import type { Database } from '$lib/server/schema';
import { findSetAsideSecret } from './repository';

const place = (noticeId: string) => `notices.set_aside_secret_sealed:${noticeId}`;

/** A secret for the set-asides of a notice: what draws their places, and the salt of the commitment to them. */
export const newSetAsideSecret = (): string => randomBytes(32).toString('hex');

/**
 * The columns that bind a notice to its set-asides: the plan and the commitment, which are published, and the secret under
 * a key of its own. Auditors open it, and shredding that key erases it.
 */
export function setAsideColumns(noticeId: string, plan: SetAsidePlan, secret: string, key: DataKey) {
	return {
		set_aside_plan: planText(plan),
		set_aside_commitment: commitToSetAsides(openSetAsides(plan, secret)),
		set_aside_secret_sealed: seal(key.key, place(noticeId), secret),
		set_aside_key_id: key.id
	};
}

/** The secret of a notice; null where it was opened without one, or its key was shredded. */
export async function openSetAsideSecret(db: Kysely<Database>, noticeId: string): Promise<string | null> {
	const row = await findSetAsideSecret(db, noticeId);
	if (!row?.sealed || !row.keyId) return null;
	const key = (await openDataKeys(db, [row.keyId])).get(row.keyId);
	return key ? openSealedText(key, place(noticeId), row.sealed) : null;
}
