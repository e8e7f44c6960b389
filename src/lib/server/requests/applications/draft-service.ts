import type { Kysely, Transaction } from 'kysely';
import type { Answers } from '$lib/domain/application/answers';
import type { Instant } from '$lib/domain/calendar/instant';
import { noticePhase } from '$lib/domain/notice/phase';
import { shownSetAside } from '$lib/domain/notice/shown-set-asides';
import { mayDo } from '$lib/server/people/mandates/may-do';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { listEveryDwelling, listLeft, listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { choiceCounts } from '$lib/server/notices/notices/choice-counts';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { deleteDraft, findDraft, insertDraft, updateDraft } from './draft-repository';
import { forgetHouseholdNames } from './household-names';
import { openAnswers, openDraft, sealAnswers } from './open-draft';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { findLive } from './repository';

/** Everything a step of the form shows. Undefined when the notice is not one to apply to, now or before. */
export async function readForm(db: Kysely<Database>, noticeId: string, by: Actor, now: Instant) {
	const notice = await findNotice(db, noticeId);
	if (!notice || notice.source !== 'own') return undefined;
	const phase = noticePhase(notice, now);
	if (phase === 'draft' || phase === 'withdrawn') return undefined;
	const draft = await openDraft(db, noticeId, by);
	const live = await findLive(db, noticeId, by.id);
	return {
		notice: { ...notice, phase },
		draft,
		answers: draft?.answers ?? {},
		/** The request that counts. A draft beside it amends it. */
		live: live ?? null
	};
}

/** Every home that a notice has or had, by what names it. */
export async function readHomes(db: Kysely<Database>, noticeId: string) {
	const left = new Set((await listLeft(db, noticeId)).map(({ id }) => id));
	const homes = await listEveryDwelling(db, noticeId);
	return homes.map(({ id, address, code }) => ({ id, address, code, left: left.has(id) }));
}

/** The dwellings of a notice with how many requests list each, and the set-asides that may be said. */
export async function dwellingsToChoose(db: Kysely<Database>, noticeId: string) {
	const counts = await choiceCounts(db, noticeId);
	const notice = await findNotice(db, noticeId);
	const dwellings = await listNoticeDwellings(db, noticeId);
	return dwellings.map((dwelling) => ({
		...dwelling,
		setAside: shownSetAside(dwelling.setAside, notice!.rules),
		applications: counts.get(dwelling.id) ?? 0
	}));
}

export type SaveProblem =
	| 'not-allowed'
	| 'not-found'
	| 'notice-not-open'
	| 'notice-closed'
	| 'already-applied'
	| 'stale';

/**
 * Saves one part of the answers, sealed with the key of the person. The other parts stay as they were. `change` answers
 * null where its form was opened before another save: nothing is saved then. Beside a request that was sent, only a draft
 * that amends it is saved (amend.ts begins one).
 */
export async function saveAnswers(
	trx: Transaction<Database>,
	noticeId: string,
	change: (answers: Answers) => Answers | null,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: SaveProblem }> {
	if (!(await mayDo(trx, by, { procedure: 'request', act: 'write' }, now)))
		return { ok: false, problem: 'not-allowed' };
	const notice = await findNotice(trx, noticeId);
	if (!notice || notice.source !== 'own') return { ok: false, problem: 'not-found' };
	const phase = noticePhase(notice, now);
	if (phase !== 'open') return { ok: false, problem: phase === 'closed' ? 'notice-closed' : 'notice-not-open' };
	const saved = await saveInto(trx, noticeId, change, by, now);
	// A person's own saves are no entries: there are many, and nobody else reads the draft.
	if (saved.ok && by.helper)
		record(trx, { event: 'draft_written', by, subject: { type: 'notice', id: noticeId }, at: now });
	return saved;
}

/** Changes the draft as it is. A change that somebody else made at the same moment is kept, and this one follows it. */
async function saveInto(
	trx: Transaction<Database>,
	noticeId: string,
	change: (answers: Answers) => Answers | null,
	by: Actor,
	now: Instant,
	attempts = 3
): Promise<{ ok: true } | { ok: false; problem: SaveProblem }> {
	const row = await findDraft(trx, noticeId, by.id);
	if (!row) {
		if (await findLive(trx, noticeId, by.id)) return { ok: false, problem: 'already-applied' };
		const changed = change({});
		if (!changed) return { ok: false, problem: 'stale' };
		await begin(trx, { noticeId, answers: changed }, by, now);
		return { ok: true };
	}
	const key = (await openDataKeys(trx, [row.dataKeyId])).get(row.dataKeyId) ?? (await personKey(trx, by.id, now)).key;
	const changed = change(openAnswers(key, row.id, row.answersSealed));
	if (!changed) return { ok: false, problem: 'stale' };
	const sealed = sealAnswers(key, row.id, changed);
	const saved = await updateDraft(trx, { id: row.id, revision: row.revision, sealed, at: now });
	if (saved) return { ok: true };
	return attempts > 1 ? saveInto(trx, noticeId, change, by, now, attempts - 1) : { ok: false, problem: 'stale' };
}

/** The first save of a draft; answers its id. */
export async function begin(
	trx: Transaction<Database>,
	{ noticeId, answers }: { readonly noticeId: string; readonly answers: Answers },
	by: Actor,
	now: Instant
): Promise<string> {
	const person = await personKey(trx, by.id, now);
	const id = newId();
	const about = { id, notice_id: noticeId, account_id: by.id, data_key_id: person.id, revision: 0, updated_at: now };
	await insertDraft(trx, { ...about, answers_sealed: sealAnswers(person.key, id, answers) });
	return id;
}

/** Throws the answers of an applicant away, also after the closing. Where there are none, nothing is left to do. */
export async function discardDraft(
	trx: Transaction<Database>,
	noticeId: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: 'not-allowed' }> {
	if (!(await mayDo(trx, by, { procedure: 'request', act: 'write' }, now)))
		return { ok: false, problem: 'not-allowed' };
	const draft = await findDraft(trx, noticeId, by.id);
	if (!draft) return { ok: true };
	await forgetHouseholdNames(trx, draft.id);
	await deleteDraft(trx, draft.id);
	record(trx, { event: 'draft_discarded', by, subject: { type: 'notice', id: noticeId }, at: now });
	return { ok: true };
}
