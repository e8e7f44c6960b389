import { isPromised, wasPromised } from '$lib/domain/dwelling/promised-facts';
import type { NoticeOfDwelling } from './promise-repository';

/** Codes of the notices that promise a dwelling, of the drafts that have it, and of those that had it. */
export function codesByStage(notices: readonly NoticeOfDwelling[]) {
	const of = (wanted: NoticeOfDwelling['stage']) => [
		...new Set(notices.filter(({ stage }) => stage === wanted).map(({ code }) => code))
	];
	return { promised: of('promised'), drafts: of('draft'), over: of('over') };
}

/** Which of the changed fields a notice promises as they were in `before`. */
export const brokenPromises = (
	changed: readonly string[],
	before: object,
	notices: readonly NoticeOfDwelling[]
): readonly string[] =>
	notices.some(({ stage }) => stage === 'promised')
		? changed.filter((field) => wasPromised(field, (before as Record<string, unknown>)[field]))
		: [];

/** The drafts to place again after these fields changed. */
export const draftsTouched = (changed: readonly string[], notices: readonly NoticeOfDwelling[]): readonly string[] =>
	changed.some(isPromised) ? notices.filter(({ stage }) => stage === 'draft').map(({ noticeId }) => noticeId) : [];
