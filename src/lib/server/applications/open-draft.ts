import type { Kysely } from 'kysely';
import type { Answers } from '$lib/domain/application/answers';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/auth/actor';
import type { Database } from '$lib/server/db/schema';
import { openDataKeys } from '$lib/server/secrets/data-key';
import { unseal } from '$lib/server/secrets/seal';
import { findDraft } from './draft-repository';

export const answersPlace = (draftId: string) => `application_drafts.answers_sealed:${draftId}`;

export type OpenDraft = { readonly id: string; readonly answers: Answers; readonly updatedAt: Instant };

/** The answers of an applicant under a notice, opened; null when nothing was saved yet. */
export async function openDraft(db: Kysely<Database>, noticeId: string, by: Actor): Promise<OpenDraft | null> {
	const draft = await findDraft(db, noticeId, by.id);
	if (!draft) return null;
	const key = (await openDataKeys(db, [draft.data_key_id])).get(draft.data_key_id);
	if (!key) return null;
	const answers = unseal(key, answersPlace(draft.id), draft.answers_sealed) as Answers;
	return { id: draft.id, answers, updatedAt: draft.updated_at };
}
