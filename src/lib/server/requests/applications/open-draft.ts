import type { Kysely } from 'kysely';
import { readHealth, storeHealth, type StoredHealth } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { answersPlace } from '$lib/server/platform/secrets/places';
import { seal } from '$lib/server/platform/secrets/seal';
import { findDraft } from './draft-repository';
import { openStoredAnswers } from './stored-answers';

type Needs = Pick<Answers, 'needs'>;
type StoredNeeds = { readonly needs?: StoredHealth };

const storeNeeds = <Part extends Needs>({ needs, ...rest }: Part) => ({
	...rest,
	...(needs && { needs: storeHealth(needs) })
});

const readNeeds = <Part extends StoredNeeds>({ needs, ...rest }: Part) => ({
	...rest,
	...(needs && { needs: readHealth(needs) })
});

export const sealAnswers = (key: Buffer, draftId: string, { again, carried, ...answers }: Answers): string =>
	seal(key, answersPlace(draftId), {
		...storeNeeds(answers),
		...(again && { again: storeNeeds(again) }),
		...(carried && { carried: storeNeeds(carried) })
	});

export function openAnswers(key: Buffer, draftId: string, sealed: string): Answers {
	const { again, carried, ...answers } = openStoredAnswers(key, answersPlace(draftId), sealed);
	return {
		...readNeeds(answers),
		...(again && { again: readNeeds(again) }),
		...(carried && { carried: readNeeds(carried) })
	};
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
	const key = (await openDataKeys(db, [draft.dataKeyId])).get(draft.dataKeyId);
	if (!key) return null;
	const { id, revision, updatedAt } = draft;
	return { id, revision, answers: openAnswers(key, id, draft.answersSealed), updatedAt };
}
