import type { Kysely, Transaction } from 'kysely';
import { dayOf, romeInstant } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import { canStep, tenancyState } from '$lib/domain/tenancies/tenancy-state';
import { obstaclesFor } from '$lib/server/allocation/gate/service';
import { hiddenHouseholds } from '$lib/server/allocation/openings/hidden-households';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { tellStep } from './tenancy-messages';
import { findTenancy, insertTenancyEvent, listTenancyEvents, lockTenancy } from './repository';

type Step = { event: 'contract_registered'; number: string; on: Day } | { event: 'keys_delivered'; on: Day };

/** The contract was registered, or the keys were handed over: with the keys the dwelling counts as let. */
export async function recordStep(trx: Transaction<Database>, id: string, step: Step, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const tenancy = await lockTenancy(trx, id);
	if (!tenancy) return { ok: false as const, problem: 'unknown-tenancy' as const };
	if (tenancy.endedAt) return { ok: false as const, problem: 'tenancy-ended' as const };
	const events = await listTenancyEvents(trx, [id]);
	const possible = canStep(events, step.event, step.on, now);
	if (!possible.ok) return sameAgain(events, step) ? { ok: true as const } : possible;
	const obstacles = await obstaclesOf(trx, tenancy);
	if (obstacles.length > 0) return { ok: false as const, problem: 'held-back' as const, obstacles };
	const number = step.event === 'contract_registered' ? step.number : null;
	await insertTenancyEvent(trx, {
		id: newId(),
		tenancy_id: id,
		event: step.event,
		// Only the day is known of an earlier day, so noon stands for it.
		at: step.on === dayOf(now) ? now : romeInstant(step.on, '12:00:00'),
		account_id: by.id,
		document: number
	});
	const detail = { dwelling: tenancy.dwellingId, on: step.on, ...(number && { number }) };
	record(trx, { event: step.event, by, subject: { type: 'tenancy', id }, detail, at: now });
	await tellStep(trx, step.event, tenancy, now);
	return { ok: true as const };
}

/** The obstacles between the household of an offered home and its contract or keys. A landlord's home has its own rules. */
async function obstaclesOf(trx: Transaction<Database>, { offerId, noticeId, applicationId, dwellingId }: Found) {
	if (!offerId || !noticeId || !applicationId) return [];
	return obstaclesFor(trx, noticeId, { applicationId, dwellingId });
}

type Found = NonNullable<Awaited<ReturnType<typeof findTenancy>>>;

/** A double click writes the same thing twice: the second finds it done. */
function sameAgain(events: Awaited<ReturnType<typeof listTenancyEvents>>, step: Step): boolean {
	const done = events.find(({ event }) => event === step.event);
	if (!done || dayOf(done.at) !== step.on) return false;
	return step.event === 'keys_delivered' || done.document === step.number;
}

/** A tenancy for the staff; without its household where `by` may not read it. */
export async function readStaffTenancy(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const tenancy = await readTenancy(db, id);
	if (!tenancy?.noticeId || !(await hiddenHouseholds(db, tenancy.noticeId, by, now))) return tenancy;
	return { ...tenancy, pseudonym: null, protocol: null, applicationId: null };
}

export async function readTenancy(db: Kysely<Database>, id: string) {
	const tenancy = await findTenancy(db, id);
	if (!tenancy) return null;
	const events = await listTenancyEvents(db, [id]);
	return { ...tenancy, events, state: tenancyState(events) };
}
