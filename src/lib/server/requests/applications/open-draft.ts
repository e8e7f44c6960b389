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

type Needs = Pick<Answers, 'needs'>;
type StoredNeeds = { readonly needs?: StoredHealth };
/** Answers as they are sealed: health as it is stored anywhere. */
type StoredAnswers = Omit<Answers, 'needs' | 'again'> &
	StoredNeeds & { readonly again?: Omit<NonNullable<Answers['again']>, 'needs'> & StoredNeeds };

const storeNeeds = <Part extends Needs>({ needs, ...rest }: Part) => ({
	...rest,
	...(needs && { needs: storeHealth(needs) })
});

const readNeeds = <Part extends StoredNeeds>({ needs, ...rest }: Part) => ({
	...rest,
	...(needs && { needs: readHealth(needs) })
});

export const sealAnswers = (key: Buffer, draftId: string, { again, ...answers }: Answers): string =>
	seal(key, answersPlace(draftId), { ...storeNeeds(answers), ...(again && { again: storeNeeds(again) }) });

export function openAnswers(key: Buffer, draftId: string, sealed: string): Answers {
	const { again, ...answers } = unseal(key, answersPlace(draftId), sealed) as StoredAnswers;
	return { ...readNeeds(answers), ...(again && { again: readNeeds(again) }) };
}

/** `revision` grows with each save. */
export type OpenDraft = {
	readonly id: string;
	readonly revision: number;
	readonly answers: Answers;
	readonly updatedAt: Instant;
};

/** The answers of an applicant under a notice, opened; null when nothing was saved yet. */
export async function openDraft(db: Kysely<Database>, noticeId: string, by: Actor): Promise<OpenDraft | null> {
	const draft = await findDraft(db, noticeId, by.id);
	if (!draft) return null;
	const key = (await openDataKeys(db, [draft.data_key_id])).get(draft.data_key_id);
	if (!key) return null;
	const { id, revision, updated_at: updatedAt } = draft;
	return { id, revision, answers: openAnswers(key, id, draft.answers_sealed), updatedAt };
}
