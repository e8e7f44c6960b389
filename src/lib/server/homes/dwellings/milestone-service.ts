import type { Transaction } from 'kysely';
import { dayOf, romeInstant } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { decideMilestone, type MilestoneProblem, type MilestoneProposal } from '$lib/domain/programme/decide-milestone';
import { isRestored } from '$lib/domain/programme/state-of';
import type { Dwelling } from '$lib/domain/dwelling/dwelling';
import type { DwellingHistory, RecordableMilestone } from '$lib/domain/programme/milestone';
import { workEventOf } from '$lib/domain/programme/work';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { insertWorkEvent, lineOf, workOf } from '$lib/server/homes/works/repository';
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
 * Records an event of a dwelling: works planned, started, suspended, resumed, done; or its withdrawal. The same act sent
 * twice finds the first. If a different act came first, the answer names the person who recorded it and when. A home
 * that a notice has, and a restored home, leave by a removal instead, which a second person confirms.
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
	const first = history.milestones.findLast((milestone) => milestone.event === proposal.event);
	if (first && sameAct(first, proposal, by)) return { ok: true, dwellingCode: dwelling.code };
	const stays = await staysFor(trx, dwellingId, proposal.event, history, promises);
	if (stays) return stays;
	const decision = decideMilestone(history, proposal, now);
	if (!decision.ok) return { ...decision, first };
	const { document } = proposal;
	const recorded = { at: romeInstant(proposal.on, '00:00:00'), account_id: by.id, document };
	await insertEvent(trx, dwelling, proposal.event, recorded, now);
	const subject = { type: 'dwelling', id: dwellingId } as const;
	const detail = { milestone: proposal.event, on: proposal.on, document };
	record(trx, { event: 'milestone_recorded', by, subject, at: now, detail });
	return { ok: true, dwellingCode: dwelling.code };
}

/** Why a home cannot leave by one person's word; null where it can, or does not leave. */
async function staysFor(
	trx: Transaction<Database>,
	dwellingId: string,
	event: RecordableMilestone,
	history: DwellingHistory,
	promises: NoticePromises
) {
	if (event !== 'withdrawn' && event !== 'let_before_portal') return null;
	const kept = await keptByNotice(trx, dwellingId, promises);
	if (kept || event !== 'withdrawn' || !isRestored(history)) return kept;
	return { ok: false, problem: 'two-persons' } as const;
}

async function keptByNotice(trx: Transaction<Database>, dwellingId: string, promises: NoticePromises) {
	const { promised, drafts } = codesByStage(await promises.hold(trx, { dwellings: [dwellingId] }));
	const notices = [...promised, ...drafts];
	return notices.length > 0 ? ({ ok: false, problem: 'dwelling-promised', notices } as const) : null;
}

/** An event of the works belongs to the work of the dwelling, under the line of its operation. */
async function insertEvent(
	trx: Transaction<Database>,
	{ id, operation, netAreaDm2 }: Dwelling,
	event: RecordableMilestone,
	recorded: { at: Instant; account_id: string; document: string | null },
	now: Instant
): Promise<void> {
	const ofWork = workEventOf(event);
	if (ofWork) {
		const lineId = await lineOf(trx, operation?.id ?? null);
		const workId = await workOf(trx, { id, lineId, netAreaDm2 }, now);
		await insertWorkEvent(trx, workId, { event: ofWork, ...recorded });
		return;
	}
	if (event === 'identified' || event === 'let_before_portal' || event === 'withdrawn')
		await dwellings.insertMilestones(trx, [{ id: newId(), dwelling_id: id, event, ...recorded }]);
}

/** A second click: the same person, the same day, the same document. */
function sameAct(first: RecordedMilestone, proposal: MilestoneProposal, by: Actor): boolean {
	return first.accountId === by.id && dayOf(first.at) === proposal.on && first.document === proposal.document;
}
