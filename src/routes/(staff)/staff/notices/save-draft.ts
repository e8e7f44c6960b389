import { fail } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar/deadline';
import { noticeDoubts } from '$lib/domain/plausibility/notice-rules';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { stopped, sureOf, type AskedAgain } from '$lib/server/platform/forms/doubtful';
import { formatDate } from '$lib/words/format';
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
	doubts?: AskedAgain[];
};
type Saved = Awaited<ReturnType<typeof draftNotice | typeof changeDraft>>;

export const refusedDraft = (status: 409 | 422, refusal: Partial<Refusal> & { values: Values }) =>
	fail<Refusal>(status, { errors: {}, problem: undefined, stale: undefined, ...refusal });

/** What the form asks about before it saves; null where it asks nothing. */
export function askedOf(draft: { readonly opensOn: string; readonly closesOn: string }, posted: FormData) {
	const doubts = noticeDoubts(draft, dayOf(now()), sureOf(posted));
	const textOf = ({ rule, values }: (typeof doubts)[number]) =>
		(rule === 'opened-long-ago' ? m.doubt_long_ago : m.doubt_far)({ day: formatDate(String(values['day'])) });
	return doubts.length > 0 ? stopped(doubts, textOf, ({ fields }) => fields[0]!) : null;
}

export const sentenceOf = (refusal: Extract<Saved, { ok: false }>) =>
	refusal.problem === 'dwelling-taken' ? takenSentence(refusal) : noticeProblems[refusal.problem]();
