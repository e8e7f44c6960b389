import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Refusal } from '$lib/domain/mandates/may-act';
import { stateOf } from '$lib/domain/mandates/mandate';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Covered } from '$lib/server/platform/auth/helper-acts';
import { setActingUnder } from '$lib/server/platform/auth/repository';
import { digest } from '$lib/server/platform/auth/session-adapter';
import type { HandBackReason } from '$lib/server/platform/http/hand-back';
import type { Database } from '$lib/server/schema';
import { askMandate, inPlaceOf } from './acting';
import { namedOf } from './named';
import { isHelper } from './propose';
import { findMandate } from './repository';

export type HelpProblem = 'not-allowed' | 'not-found' | 'not-active';
type Done = { readonly ok: true } | { readonly ok: false; readonly problem: HelpProblem };

/** The session of a helper works for the person of a mandate from now on. The person reads it with the acts. */
export async function beginHelping(
	trx: Transaction<Database>,
	{ sessionId, mandateId }: { readonly sessionId: string; readonly mandateId: string },
	by: Actor,
	now: Instant
): Promise<Done> {
	if (!isHelper(by)) return { ok: false, problem: 'not-allowed' };
	const mandate = await findMandate(trx, mandateId);
	if (mandate?.organisationId !== by.organisationId) return { ok: false, problem: 'not-found' };
	if (stateOf(mandate, now) !== 'active') return { ok: false, problem: 'not-active' };
	const before = await setActingUnder(trx, digest(sessionId), mandateId);
	if (before === mandateId) return { ok: true };
	if (before !== null) recordOn(trx, 'helping_stopped', before, by, now);
	recordOn(trx, 'helping_begun', mandateId, by, now);
	return { ok: true };
}

/** The session of a helper works for nobody any more. A second click finds it so. */
export async function stopHelping(
	trx: Transaction<Database>,
	sessionId: string,
	by: Actor,
	now: Instant
): Promise<Done> {
	if (!isHelper(by)) return { ok: false, problem: 'not-allowed' };
	const before = await setActingUnder(trx, digest(sessionId), null);
	if (before !== null) recordOn(trx, 'helping_stopped', before, by, now);
	return { ok: true };
}

const recordOn = (
	trx: Transaction<Database>,
	event: 'helping_begun' | 'helping_stopped',
	id: string,
	by: Actor,
	at: Instant
) => record(trx, { event, by, subject: { type: 'mandate', id }, at });

type Helping = { readonly mandateId: string; readonly helper: Actor };

/** The name of the person for whom a session works, while the mandate is in force; else null. */
export async function nameOfHelped(
	db: Kysely<Database>,
	{ mandateId, helper }: Helping,
	now: Instant
): Promise<string | null> {
	const mandate = await findMandate(db, mandateId);
	const isOurs = mandate !== undefined && mandate.organisationId === helper.organisationId;
	return isOurs && stateOf(mandate, now) === 'active' ? (await namedOf(db, mandate)).name : null;
}

/** The person in whose place a helper may do an act now, or why not. That the helper reads of the person is a row. */
export async function personFor(
	trx: Transaction<Database>,
	{ mandateId, helper, covered }: Helping & { readonly covered: Covered },
	now: Instant
): Promise<{ person: Actor } | { why: HandBackReason }> {
	const asked = await askMandate(trx, { mandateId, ...covered }, helper, now);
	if (!asked) return { why: 'none' };
	if (asked.may === 'no') return { why: reasonOf(asked.why[0]!) };
	const id = asked.mandate.accountId!;
	await noteReadings(trx, [{ accountId: id, subject: { type: 'account', id } }], helper, now);
	return { person: inPlaceOf(asked.mandate, helper) };
}

function reasonOf(refusal: Refusal): HandBackReason {
	if (refusal.because === 'procedure-revoked') return 'part';
	if (refusal.because !== 'mandate') return 'not-covered';
	// No helper begins under a mandate that nobody said yes to.
	return refusal.state === 'proposed' || refusal.state === 'lapsed' ? 'none' : refusal.state;
}
