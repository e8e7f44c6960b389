import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { judgeControl, type ControlOutcome, type ControlProblem } from '$lib/domain/controls/control';
import { samplingRuleOn } from '$lib/domain/controls/sampling-rules';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { findingsOf, readActs } from '$lib/server/requests/verification/acts';
import { checklistAfter, declaredRequest } from '$lib/server/requests/verification/declared-request';
import { lockVerification } from '$lib/server/requests/verification/repository';
import type { Database } from '$lib/server/schema';
import { findDraw, setControlled } from './draws-repository';

export type Controlled =
	| { readonly ok: true }
	| {
			readonly ok: false;
			readonly problem: 'not-allowed' | 'not-found' | 'not-opened' | 'not-drawn' | 'already-ended' | ControlProblem;
	  }
	| { readonly ok: false; readonly problem: 'controlled-already'; readonly who: string; readonly at: Instant };

/**
 * Ends the control of a request that was drawn. The facts and the reasons stand in its check; a false declaration is followed by a
 * notice of rejection, which has its own terms and its second person.
 */
export async function endControl(
	trx: Transaction<Database>,
	{ id, outcome }: { readonly id: string; readonly outcome: ControlOutcome },
	by: Actor,
	now: Instant
): Promise<Controlled> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const declared = await declaredRequest(trx, id);
	if (!declared) return { ok: false, problem: 'not-found' };
	if (!(await hasOpenedRequest(trx, declared.request, by, now))) return { ok: false, problem: 'not-opened' };
	// The same lock as that of the check: no fact is decided about between the reading and the result.
	await lockVerification(trx, id, now);
	const draw = await findDraw(trx, id);
	if (!draw) return { ok: false, problem: 'not-drawn' };
	if (draw.outcome !== null && (draw.decidedBy !== by.id || draw.outcome !== outcome))
		return { ok: false, problem: 'controlled-already', who: draw.decider ?? '', at: draw.decidedAt! };
	if (draw.outcome !== null) return { ok: true };
	if (declared.request.endedAt !== null) return { ok: false, problem: 'already-ended' };
	const acts = await readActs(trx, declared.request);
	const changed = findingsOf(acts).some(({ act }) => act === 'corrected' || act === 'not-proven');
	const problem = judgeControl(outcome, { standing: checklistAfter(declared, acts).standing, changed });
	if (problem) return { ok: false, problem };
	await setControlled(trx, id, { outcome, by: by.id, at: now });
	const subject = { type: 'application', id } as const;
	record(trx, { event: 'control_ended', by, subject, detail: { outcome }, at: now });
	return { ok: true };
}

/** The control of a request for an officer; null where it was not drawn. */
export async function readControl(db: Kysely<Database>, id: string, by: Actor) {
	if (!allows(by, 'officer', 'manager')) return null;
	return (await findDraw(db, id)) ?? null;
}

/** Whether the household of a request reads that it was drawn, and until when the office checks it; null where it does not. */
export async function readOwnControl(db: Kysely<Database>, id: string) {
	const draw = await findDraw(db, id);
	if (!draw || !samplingRuleOn(dayOf(draw.drawnAt!)).householdReads) return null;
	return { dueAt: draw.dueAt, ended: draw.outcome !== null };
}
