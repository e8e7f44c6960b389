import { fail } from '@sveltejs/kit';
import { noticeProblems, takenSentence } from '$lib/server/notices/notices/problems';
import type { staleForm } from '$lib/server/platform/forms/two-tabs';
import type { changeDraft, draftNotice } from '$lib/server/notices/notices/draft-service';

type StaleNotice = ReturnType<typeof staleForm>['stale'];
type Values = Record<string, string | string[]>;
type Refusal = {
	errors: Record<string, string>;
	values: Values;
	problem: string | undefined;
	stale: StaleNotice | undefined;
};
type Saved = Awaited<ReturnType<typeof draftNotice | typeof changeDraft>>;

export const refusedDraft = (status: 409 | 422, refusal: Partial<Refusal> & { values: Values }) =>
	fail<Refusal>(status, { errors: {}, problem: undefined, stale: undefined, ...refusal });

export const sentenceOf = (refusal: Extract<Saved, { ok: false }>) =>
	refusal.problem === 'dwelling-taken' ? takenSentence(refusal) : noticeProblems[refusal.problem]();
