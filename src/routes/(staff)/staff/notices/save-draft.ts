import { fail } from '@sveltejs/kit';
import { isUniqueViolation } from '$lib/server/platform/db/unique-violation';
import { db } from '$lib/server/platform/db/app';
import { noticeProblems, takenSentence } from '$lib/server/notices/notices/problems';
import { whoTookDwelling } from '$lib/server/notices/notices/reading-service';
import type { draftNotice } from '$lib/server/notices/notices/draft-service';

type Values = Record<string, string | string[]>;
type Refusal = { errors: Record<string, string>; values: Values; problem: string | undefined; stale: boolean };
type Saved = Awaited<ReturnType<typeof draftNotice>> | { ok: false; problem: 'stale' | 'not-found' | 'already-open' };

export const refusedDraft = (status: 409 | 422, refusal: Partial<Refusal> & { values: Values }) =>
	fail<Refusal>(status, { errors: {}, problem: undefined, stale: false, ...refusal });

/** Saves a draft. If another draft took a dwelling at the same moment, answers which dwelling. */
export async function orTaken(saving: Promise<Saved>, dwellingIds: readonly string[], noticeId: string | null) {
	return saving.catch(async (problem: unknown): Promise<Saved> => {
		if (!isUniqueViolation(problem)) throw problem;
		const taken = await whoTookDwelling(db(), dwellingIds, noticeId);
		return taken ? { ok: false, problem: 'dwelling-taken', ...taken } : { ok: false, problem: 'dwelling-not-free' };
	});
}

export const sentenceOf = (refusal: Extract<Saved, { ok: false }>) =>
	refusal.problem === 'dwelling-taken' ? takenSentence(refusal) : noticeProblems[refusal.problem]();
