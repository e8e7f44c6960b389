import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Standing } from '$lib/domain/verification/checklist';
import type { CheckAct } from '$lib/domain/verification/finding';
import { canonicalJson } from '$lib/domain/receipt/canonical-json';
import { newId } from '$lib/server/ids';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import type { Database } from '$lib/server/schema';
import { lastActs, readActs, type FactAct } from './acts';
import { contentPlace, type CheckContent } from './content';
import { checklistAfter, type DeclaredRequest } from './declared-request';
import { insertChecks, lockVerification, updateVerification } from './repository';

/** An act to write. `seen`: the version of the last act about its fact that the page showed; 0 for none. */
export type NewAct = {
	readonly act: CheckAct;
	readonly seen: number;
	readonly deadline?: Instant;
	readonly content: CheckContent;
};

export type Written =
	| { readonly ok: true; readonly before: Standing; readonly after: Standing; readonly first: boolean }
	/** Somebody wrote about the same fact after the page was opened: nothing is written, and both are shown. */
	| { readonly ok: false; readonly problem: 'changed'; readonly theirs: FactAct }
	| { readonly ok: false; readonly problem: 'erased' };

/**
 * Writes acts about the facts of a request, all or none, and what they come to. The row of the request is locked, so that of two
 * officers one comes second and sees what the first wrote. A second click of the same act writes nothing (`first` is false).
 */
export async function writeActs(
	trx: Transaction<Database>,
	declared: DeclaredRequest,
	given: readonly NewAct[],
	by: Actor,
	now: Instant
): Promise<Written> {
	const { request } = declared;
	const key = (await openDataKeys(trx, [request.dataKeyId])).get(request.dataKeyId);
	if (!key) return { ok: false, problem: 'erased' };
	const { standing: before, version } = await lockVerification(trx, request.id, now);
	const acts = await readActs(trx, request);
	const last = lastActs(acts);
	const news = given.filter((one) => !isRepeated(one, last.get(one.content.fact), by));
	if (news.length === 0) return { ok: true, before, after: before, first: false };
	const changed = news.map(({ content, seen }) => ({ theirs: last.get(content.fact), seen }));
	const stale = changed.find(({ theirs, seen }) => (theirs?.version ?? 0) !== seen);
	if (stale) return { ok: false, problem: 'changed', theirs: stale.theirs! };
	const rows = news.map(({ act, deadline = null, content }, index) => {
		const id = newId();
		const own = { id, act, deadline, version: version + index + 1, at: now };
		return { own, content, sealed: seal(key, contentPlace(id), content) };
	});
	await insertChecks(
		trx,
		rows.map(({ own, sealed }) => ({ ...own, application_id: request.id, content_sealed: sealed, account_id: by.id }))
	);
	const me = { id: by.id, name: by.name, isHousehold: by.role === 'applicant' };
	const all = [...acts, ...rows.map(({ own, content }): FactAct => ({ ...own, ...content, by: me }))];
	const { standing: after } = checklistAfter(declared, all);
	const now_ = { standing: after, version: version + rows.length, updated_at: now };
	await updateVerification(trx, request.id, { ...now_, ...waitingOf(all) });
	return { ok: true, before, after, first: true };
}

/** The same act of the same person, sent again by a second click. */
function isRepeated({ act, content, seen }: NewAct, last: FactAct | undefined, by: Actor): boolean {
	if (!last || last.version <= seen || last.by.id !== by.id || last.act !== act) return false;
	const { fact, value, how, source, on, text } = last;
	const same = (given: CheckContent) => canonicalJson(JSON.parse(JSON.stringify(given)));
	return same({ fact, value, how, source, on, text } as CheckContent) === same(content);
}

/** Whose turn it is: the office where an answer came, else the household until the nearest deadline. */
function waitingOf(acts: readonly FactAct[]) {
	const last = [...lastActs(acts).values()];
	const answered = last.filter(({ act }) => act === 'answered').map(({ at }) => at);
	if (answered.length > 0) return { waits_for: 'office', due_at: answered.toSorted()[0]! } as const;
	const asked = last.flatMap(({ act, deadline }) => (act === 'asked' && deadline ? [deadline] : []));
	if (asked.length > 0) return { waits_for: 'household', due_at: asked.toSorted()[0]! } as const;
	return { waits_for: null, due_at: null };
}
