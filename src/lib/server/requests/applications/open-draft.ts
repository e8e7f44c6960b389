import type { Kysely } from 'kysely';
import { readHealth, storeHealth, type StoredHealth } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal, unseal } from '$lib/server/platform/secrets/seal';
import { findDraft } from './draft-repository';

const answersPlace = (draftId: string) => `application_drafts.answers_sealed:${draftId}`;

/** Answers as they are sealed: health as it is stored anywhere. */
type StoredAnswers = Omit<Answers, 'needs'> & { readonly needs?: StoredHealth };

export const sealAnswers = (key: Buffer, draftId: string, { needs, ...rest }: Answers): string =>
	seal(key, answersPlace(draftId), { ...rest, ...(needs && { needs: storeHealth(needs) }) });

export function openAnswers(key: Buffer, draftId: string, sealed: string): Answers {
	const { needs, ...rest } = unseal(key, answersPlace(draftId), sealed) as StoredAnswers;
	return { ...rest, ...(needs && { needs: readHealth(needs) }) };
}

export type OpenDraft = { readonly id: string; readonly answers: Answers; readonly updatedAt: Instant };

/** The answers of an applicant under a notice, opened; null when nothing was saved yet. */
export async function openDraft(db: Kysely<Database>, noticeId: string, by: Actor): Promise<OpenDraft | null> {
	const draft = await findDraft(db, noticeId, by.id);
	if (!draft) return null;
	const key = (await openDataKeys(db, [draft.data_key_id])).get(draft.data_key_id);
	if (!key) return null;
	return { id: draft.id, answers: openAnswers(key, draft.id, draft.answers_sealed), updatedAt: draft.updated_at };
}
