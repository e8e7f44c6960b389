import type { Transaction } from 'kysely';
import { romeInstant } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import type { EventOutcome, RemovalKind } from '$lib/domain/dwelling/home-events';
import type { DwellingEventsTable } from '$lib/server/homes/dwellings/table';
import { insertMilestones } from '$lib/server/homes/dwellings/repository';
import { newId } from '$lib/server/ids';
import { dropFromDraft, releaseDwelling } from '$lib/server/notices/notices/dwelling-repository';
import { updateDraft } from '$lib/server/notices/notices/repository';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { takeBack } from '$lib/server/letting/offers/service';
import { removeSlots } from '$lib/server/letting/offers/viewing-repository';
import type { Promised } from './promise-repository';
import { tellHouseholds } from './removal-messages';

type Removal = {
	readonly id: string;
	readonly dwellingId: string;
	readonly kind: RemovalKind;
	readonly on: Day;
};
type Way = {
	readonly promise: Promised | null;
	readonly outcome: Extract<EventOutcome, { does: 'leaves' }>;
};

/** The milestone that a removal is, where it is one. */
const milestones: Partial<Record<RemovalKind, DwellingEventsTable['event']>> = {
	withdrawn: 'withdrawn',
	'already-let': 'let_before_portal'
};

/**
 * Carries a confirmed removal through: the register, the notice, the offer with its tenancy, the viewings, the households.
 * Rounds, chains and choices read the notice, so they need nothing here.
 */
export async function carryOut(
	trx: Transaction<Database>,
	{ id, dwellingId, kind, on }: Removal,
	{ promise, outcome }: Way,
	by: Actor,
	now: Instant
) {
	const event = milestones[kind];
	const at = romeInstant(on, '00:00:00');
	if (event) {
		await insertMilestones(trx, [{ id: newId(), dwelling_id: dwellingId, event, at, account_id: by.id }]);
	}
	if (promise) await leaveNotice(trx, promise, dwellingId, now);
	if (outcome.ends !== 'nothing') {
		const act = { id: promise!.offerId!, reason: `home-${kind}`, justified: true };
		const taken = await takeBack(trx, act, by, now);
		// The notice, the offer and the tenancy are locked, so this outcome is the one that was judged.
		if (!taken.ok) throw new Error(`The offer of a home that leaves cannot be taken back: ${taken.problem}.`);
	}
	await removeSlots(trx, { dwellingId }, now);
	const subject = { type: 'dwelling', id: dwellingId } as const;
	const detail = { removal: id, kind, on, ...(promise && { notice: promise.noticeId, stage: promise.stage }) };
	record(trx, { event: 'home_removed', by, subject, at: now, detail });
	if (outcome.told === 'nobody') return { ok: true as const, told: 0, byHand: [] };
	return { ok: true as const, ...(await tellHouseholds(trx, { dwellingId, kind, promise: promise! }, now)) };
}

async function leaveNotice(trx: Transaction<Database>, promise: Promised, dwellingId: string, now: Instant) {
	if (promise.stage !== 'draft') return releaseDwelling(trx, promise.noticeId, dwellingId, now);
	await dropFromDraft(trx, promise.noticeId, dwellingId);
	// A manager who read the draft before cannot open it unread.
	await updateDraft(trx, promise.noticeId, promise.revision, {});
}
