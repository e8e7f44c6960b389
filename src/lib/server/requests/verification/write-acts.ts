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
	const stale = news.find(({ content, seen }) => (last.get(content.fact)?.version ?? 0) !== seen);
	if (stale) return { ok: false, problem: 'changed', theirs: last.get(stale.content.fact)! };
	const written = await insertActs(trx, { id: request.id, key, version }, news, by, now);
	const all = [...acts, ...written];
	const { standing: after } = checklistAfter(declared, all);
	const row = { standing: after, version: version + written.length, updated_at: now };
	await updateVerification(trx, request.id, { ...row, ...waitingOf(all) });
	return { ok: true, before, after, first: true };
}

/** Seals acts and writes them after the `version` acts that the request has. */
async function insertActs(
	trx: Transaction<Database>,
	request: { readonly id: string; readonly key: Buffer; readonly version: number },
	news: readonly NewAct[],
	by: Actor,
	now: Instant
): Promise<FactAct[]> {
	const me = { id: by.id, name: by.name, isHousehold: by.role === 'applicant' };
	const acts = news.map(({ act, deadline = null, content }, index): FactAct => {
		return { id: newId(), act, deadline, version: request.version + index + 1, at: now, ...content, by: me };
	});
	const rows = acts.map(({ id, act, deadline, version, at }, index) => {
		const content_sealed = seal(request.key, contentPlace(id), news[index]!.content);
		return { id, application_id: request.id, version, act, deadline, content_sealed, account_id: by.id, at };
	});
	await insertChecks(trx, rows);
	return acts;
}

/** The same act of the same person, sent again by a second click. */
function isRepeated({ act, content, seen }: NewAct, last: FactAct | undefined, by: Actor): boolean {
	if (!last || last.version <= seen || last.by.id !== by.id || last.act !== act) return false;
	const { fact, value, how, source, on, text } = last;
	return canonicalJson({ fact, value, how, source, on, text }) === canonicalJson(content);
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
