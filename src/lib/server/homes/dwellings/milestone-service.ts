import type { Transaction } from 'kysely';
import { dayOf, romeInstant } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { decideMilestone, type MilestoneProblem, type MilestoneProposal } from '$lib/domain/programme/decide-milestone';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import type { RecordedMilestone } from './dwelling';
import { historiesOf } from './history-repository';
import * as dwellings from './repository';

export type MilestoneResult =
	| { ok: true; dwellingCode: string }
	| { ok: false; problem: 'not-allowed' | 'dwelling-unknown' | MilestoneProblem; first?: RecordedMilestone };

/**
 * Records an event of a dwelling: works planned, started, done, certified; or its withdrawal. The same act sent twice
 * finds the first. If a different act came first, the answer names the person who recorded it and when.
 */
export async function recordMilestone(
	trx: Transaction<Database>,
	{ dwellingId, ...proposal }: MilestoneProposal & { readonly dwellingId: string },
	by: Actor,
	now: Instant
): Promise<MilestoneResult> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	await dwellings.hold(trx, dwellingId);
	const dwelling = await dwellings.findBy(trx, { id: dwellingId });
	if (!dwelling) return { ok: false, problem: 'dwelling-unknown' };
	const history = (await historiesOf(trx, [dwellingId], now)).get(dwellingId)!;
	const first = history.milestones.find((milestone) => milestone.event === proposal.event);
	if (first && sameAct(first, proposal, by)) return { ok: true, dwellingCode: dwelling.code };
	const decision = decideMilestone(history, proposal, now);
	if (!decision.ok) return { ...decision, first };
	const milestone = {
		id: newId(),
		dwelling_id: dwellingId,
		event: proposal.event,
		at: romeInstant(proposal.on, '00:00:00'),
		account_id: by.id,
		document: proposal.document,
		signed_by: proposal.signedBy
	};
	await dwellings.insertMilestones(trx, [milestone]);
	const event = proposal.event === 'certified' ? 'works_certified' : 'milestone_recorded';
	const subject = { type: 'dwelling', id: dwellingId } as const;
	record(trx, { event, by, subject, at: now, detail: { milestone: proposal.event, on: proposal.on } });
	return { ok: true, dwellingCode: dwelling.code };
}

/** A second click: the same person, the same day, the same document. */
function sameAct(first: RecordedMilestone, proposal: MilestoneProposal, by: Actor): boolean {
	return (
		first.accountId === by.id &&
		dayOf(first.at) === proposal.on &&
		first.document === proposal.document &&
		first.signedBy === proposal.signedBy
	);
}
