import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { mayDo } from '$lib/server/people/mandates/may-do';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { lastActs, readActs } from './acts';
import { checklistAfter, declaredRequest } from './declared-request';
import { findStanding } from './repository';
import { writeActs, type Written } from './write-acts';

export type Answered =
	| { ok: true }
	| { ok: false; problem: 'not-allowed' | 'not-found' | 'already-ended' | 'nothing-asked' }
	| Extract<Written, { ok: false }>;

/** The household answers what the office asked about a fact; also after the deadline, as long as nothing was decided. */
export async function answerOffice(
	trx: Transaction<Database>,
	input: { readonly id: string; readonly question: string; readonly text: string },
	by: Actor,
	now: Instant
): Promise<Answered> {
	if (!(await mayDo(trx, by, { procedure: 'request', act: 'reply' }, now)))
		return { ok: false, problem: 'not-allowed' };
	const declared = await declaredRequest(trx, input.id);
	if (!declared || declared.request.accountId !== by.id) return { ok: false, problem: 'not-found' };
	if (declared.request.endedAt !== null) return { ok: false, problem: 'already-ended' };
	const asked = (await readActs(trx, declared.request)).find(({ id, act }) => id === input.question && act === 'asked');
	if (!asked) return { ok: false, problem: 'nothing-asked' };
	const content = { fact: asked.fact, text: input.text };
	const written = await writeActs(trx, declared, [{ act: 'answered', seen: asked.version, content }], by, now);
	if (!written.ok) return written;
	const subject = { type: 'application', id: input.id } as const;
	if (written.first) record(trx, { event: 'document_answered', by, subject, at: now });
	return { ok: true };
}

/** What the household reads of the check of its request: each fact that is checked, and the points that follow. */
export async function readOwnCheck(db: Kysely<Database>, id: string, by: Actor) {
	const declared = await declaredRequest(db, id);
	if (!declared || declared.request.accountId !== by.id) return null;
	const acts = await readActs(db, declared.request);
	const last = lastActs(acts);
	const { rows, standing, score, failures } = checklistAfter(declared, acts);
	const told = rows.map((row) => ({ ...row, last: last.get(row.fact) ?? null }));
	return {
		...{ request: declared.request, standing, score, failures, rules: declared.notice.rules },
		/** Those that the office looked at, and those that it has to. */
		rows: told.filter((row) => row.needed || row.last !== null)
	};
}

/**
 * Until when the office waits for the household; null where it does not, or where the request ended, because nobody can answer
 * about it any more. The caller has checked whose the request is.
 */
export async function askedOfHousehold(
	db: Kysely<Database>,
	{ id, ended }: { readonly id: string; readonly ended: boolean }
) {
	const found = ended ? undefined : await findStanding(db, id);
	return { askedUntil: found?.waitsFor === 'household' ? found.dueAt : null };
}
