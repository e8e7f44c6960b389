import type { Transaction } from 'kysely';
import { dayOf, endOfDay, addDays } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import type { FactName } from '$lib/domain/household/facts';
import { factOf } from '$lib/domain/household/facts';
import { canonicalJson } from '$lib/domain/receipt/canonical-json';
import { factsRead } from '$lib/domain/verification/facts-to-check';
import type { CheckWay } from '$lib/domain/verification/finding';
import { valuesOf } from '$lib/domain/verification/verified-facts';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { shapeOf } from '$lib/server/platform/db/fact-shapes';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { declaredRequest, type DeclaredRequest } from './declared-request';
import { tellAsked, tellNotProven, tellVerified } from './verification-messages';
import { writeActs, type NewAct, type Written } from './write-acts';

/** A fact, and the version of its last act that the page showed. */
export type Seen = { readonly fact: FactName; readonly seen: number };

/** How a fact was checked. `source`: the register, the document or who inspected. `on`: the day to which it refers. */
export type Evidence = { readonly how: CheckWay; readonly source: string; readonly on: Day };

/** The most days that a household can be given to answer. */
export const MOST_DAYS = 90;

export type CheckProblem =
	| 'not-allowed'
	| 'unknown-request'
	/** The file was not opened today: nobody decides about facts that were not read. */
	| 'not-opened'
	| 'already-ended'
	| 'not-asked'
	| 'nothing-declared'
	| 'same-value'
	| 'wrong-value'
	| 'deadline';

export type Checked = { ok: true } | { ok: false; problem: CheckProblem } | Extract<Written, { ok: false }>;

/** The facts are as the household declared them: one, or several of a group that one document or register shows. */
export const acceptFacts = (
	trx: Transaction<Database>,
	input: { readonly id: string; readonly facts: readonly Seen[]; readonly evidence: Evidence },
	by: Actor,
	now: Instant
): Promise<Checked> =>
	checking(trx, input.id, input.facts, by, now, (said) => {
		if (input.facts.some(({ fact }) => said[fact] === undefined)) return 'nothing-declared';
		return input.facts.map(({ fact, seen }) => ({ act: 'accepted', seen, content: { fact, ...input.evidence } }));
	});

/** The fact is otherwise. The household reads the reason. `value`: in the unit of the catalogue. */
export const correctFact = (
	trx: Transaction<Database>,
	input: Seen & { readonly id: string; readonly value: unknown; readonly evidence: Evidence; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<Checked> =>
	checking(trx, input.id, [input], by, now, (said) => {
		const { fact, seen, value, reason: text } = input;
		if (!shapeOf(factOf[fact]).safeParse(value).success) return 'wrong-value';
		if (said[fact] !== undefined && canonicalJson(said[fact]) === canonicalJson(value)) return 'same-value';
		return [{ act: 'corrected', seen, content: { fact, value, ...input.evidence, text } }];
	});

/** The household says it and cannot show it; or its check begins anew. Both have a reason, which the household reads. */
export const settleWithReason = (
	trx: Transaction<Database>,
	input: Seen & { readonly id: string; readonly act: 'not-proven' | 'reopened'; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<Checked> =>
	checking(trx, input.id, [input], by, now, () => {
		const { fact, seen, act, reason: text } = input;
		return [{ act, seen, content: { fact, text } }];
	});

/** Asks the household for a document or an explanation, until the end of a day in Milan. */
export async function askHousehold(
	trx: Transaction<Database>,
	input: Seen & { readonly id: string; readonly question: string; readonly until: Day },
	by: Actor,
	now: Instant
): Promise<Checked> {
	const { fact, seen, question: text, until } = input;
	const today = dayOf(now);
	if (until <= today || until > addDays(today, MOST_DAYS)) return { ok: false, problem: 'deadline' };
	const deadline = endOfDay(until);
	return checking(trx, input.id, [input], by, now, () => [{ act: 'asked', seen, deadline, content: { fact, text } }]);
}

type Values = Readonly<Record<string, unknown>>;

async function checking(
	trx: Transaction<Database>,
	id: string,
	facts: readonly Seen[],
	by: Actor,
	now: Instant,
	actsOf: (said: Values) => readonly NewAct[] | CheckProblem
): Promise<Checked> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const declared = await declaredRequest(trx, id);
	if (!declared) return { ok: false, problem: 'unknown-request' };
	if (!(await hasOpenedRequest(trx, declared.request, by, now))) return { ok: false, problem: 'not-opened' };
	if (declared.request.endedAt !== null) return { ok: false, problem: 'already-ended' };
	const read = factsRead(declared.notice.rules);
	if (facts.length === 0 || facts.some(({ fact }) => !read.includes(fact))) return { ok: false, problem: 'not-asked' };
	const acts = actsOf(valuesOf(declared.declared));
	if (typeof acts === 'string') return { ok: false, problem: acts };
	const written = await writeActs(trx, declared, acts, by, now);
	if (!written.ok) return written;
	if (written.first) await follow(trx, declared, acts, written, by, now);
	return { ok: true };
}

/** The log and the messages of acts that were written. Which facts they are about stays sealed. */
async function follow(
	trx: Transaction<Database>,
	{ request }: DeclaredRequest,
	acts: readonly NewAct[],
	{ before, after }: Extract<Written, { ok: true }>,
	by: Actor,
	now: Instant
): Promise<void> {
	const subject = { type: 'application', id: request.id } as const;
	const asked = acts.find(({ act }) => act === 'asked');
	const detail = { act: acts[0]!.act, facts: acts.length, standing: after };
	record(trx, { event: asked ? 'document_asked' : 'facts_checked', by, subject, detail, at: now });
	if (asked) await tellAsked(trx, request, asked.deadline!, now);
	if (acts.some(({ act }) => act === 'not-proven')) await tellNotProven(trx, request, now);
	if (after === 'verified' && before !== 'verified') await tellVerified(trx, request, now);
}
