import type { Kysely, Transaction } from 'kysely';
import { isPromised, wasPromised } from '$lib/domain/dwelling/promised-facts';
import type { Database } from '$lib/server/schema';

/** A notice that has, or had, a dwelling. */
export type NoticeOfDwelling = {
	readonly dwellingId: string;
	readonly buildingId: string;
	readonly noticeId: string;
	readonly code: string;
	readonly stage: 'draft' | 'promised' | 'over';
};

/** Dwellings, or all the dwellings of buildings, by id. */
export type Which = { readonly dwellings: readonly string[] } | { readonly buildings: readonly string[] };

/**
 * What notices promise about homes. Notices lie in an area above this one, so the caller of a service that changes the
 * register passes `noticePromises`, and the service asks it.
 */
export interface NoticePromises {
	list(db: Kysely<Database>, which: Which): Promise<readonly NoticeOfDwelling[]>;
	/** The same, and keeps those notices from opening until the transaction ends. */
	hold(trx: Transaction<Database>, which: Which): Promise<readonly NoticeOfDwelling[]>;
	/** Places the dwellings of these drafts again, as the register knows them now. */
	placeAgain(trx: Transaction<Database>, noticeIds: Iterable<string>): Promise<void>;
}

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
