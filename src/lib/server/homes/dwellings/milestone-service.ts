import type { Transaction } from 'kysely';
import { dayOf, romeInstant } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { decideMilestone, type MilestoneProblem, type MilestoneProposal } from '$lib/domain/programme/decide-milestone';
import { isRestored } from '$lib/domain/programme/state-of';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import type { RecordedMilestone } from './dwelling';
import { historiesOf } from './history-repository';
import { codesByStage, type NoticePromises } from './promises';
import * as dwellings from './repository';

export type MilestoneResult =
	| { ok: true; dwellingCode: string }
	| { ok: false; problem: 'not-allowed' | 'dwelling-unknown' | MilestoneProblem; first?: RecordedMilestone }
	| { ok: false; problem: 'two-persons' }
	| { ok: false; problem: 'dwelling-promised'; notices: readonly string[] };

/**
 * Records an event of a dwelling: works planned, started, done, certified; or its withdrawal. The same act sent twice
 * finds the first. If a different act came first, the answer names the person who recorded it and when. A home that a
 * notice has, and a restored home, leave by a removal instead, which a second person confirms.
 */
export async function recordMilestone(
	trx: Transaction<Database>,
	{ dwellingId, ...proposal }: MilestoneProposal & { readonly dwellingId: string },
	promises: NoticePromises,
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
	const leaves = proposal.event === 'withdrawn' || proposal.event === 'let_before_portal';
	const kept = leaves ? await keptByNotice(trx, dwellingId, promises) : null;
	if (kept) return kept;
	if (proposal.event === 'withdrawn' && isRestored(history)) return { ok: false, problem: 'two-persons' };
	const decision = decideMilestone(history, proposal, now);
	if (!decision.ok) return { ...decision, first };
	const { document, signedBy: signed_by } = proposal;
	const happened = { event: proposal.event, at: romeInstant(proposal.on, '00:00:00'), document, signed_by };
	await dwellings.insertMilestones(trx, [{ id: newId(), dwelling_id: dwellingId, account_id: by.id, ...happened }]);
	const event = proposal.event === 'certified' ? 'works_certified' : 'milestone_recorded';
	const detail = { milestone: proposal.event, on: proposal.on };
	record(trx, { event, by, subject: { type: 'dwelling', id: dwellingId }, at: now, detail });
	return { ok: true, dwellingCode: dwelling.code };
}

async function keptByNotice(trx: Transaction<Database>, dwellingId: string, promises: NoticePromises) {
	const { promised, drafts } = codesByStage(await promises.hold(trx, { dwellings: [dwellingId] }));
	const notices = [...promised, ...drafts];
	return notices.length > 0 ? ({ ok: false, problem: 'dwelling-promised', notices } as const) : null;
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
