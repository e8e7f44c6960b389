import type { Transaction } from 'kysely';
import { dayOf, endOfDay, romeInstant } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { comesAfter, type BeaconSource } from '$lib/domain/draw/beacon-source';
import { judgeQuotas, labelDwellings, type QuotaProblem } from '$lib/domain/notice/set-asides';
import { isInForce } from '$lib/domain/ruleset/in-force';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { nextNumber } from '$lib/server/platform/numbers/repository';
import { findApproved } from '$lib/server/notices/rules/find-rule-set';
import { listFreeDwellings, listTaken, replaceDwellings } from './dwelling-repository';
import type { NoticeDraft } from './notice';
import { findNotice, insertEvent, insertNotice, lockNotice, updateDraft } from './repository';

type Refused = {
	ok: false;
	problem:
		| 'not-allowed'
		| 'unknown-rule-set'
		| 'rules-not-in-force'
		| 'closes-before-it-opens'
		| 'closes-in-the-past'
		| 'beacon-too-early'
		| 'draw-without-name';
};
type Taken = { ok: false; problem: 'dwelling-taken'; dwelling: string; notice: string; by: string | null; at: Instant };
type DraftResult =
	| { ok: true; id: string }
	| Refused
	| Taken
	| { ok: false; problem: 'dwelling-not-free' | QuotaProblem };

/** Writes a new draft. It holds its dwellings from now on; another person has to open it. */
export async function draftNotice(
	trx: Transaction<Database>,
	draft: NoticeDraft,
	by: Actor,
	now: Instant
): Promise<DraftResult> {
	const rules = await findApproved(trx, draft.ruleSetId);
	const refused = refuse(draft, rules, by, now);
	if (refused) return refused;
	const planned = await planDwellings(trx, null, draft, rules!);
	if (!planned.ok) return planned;
	const id = newId();
	const year = dayOf(now).slice(0, 4);
	const number = await nextNumber(trx, `notice-${year}`);
	await insertNotice(trx, {
		...columnsOf(draft, rules!),
		id,
		code: `A-${year}-${String(number).padStart(2, '0')}`,
		source: 'own',
		rule_set_hash: null,
		beacon: null,
		synthetic: by.demo ? 1 : 0,
		created_by: by.id,
		created_at: now
	});
	await replaceDwellings(trx, id, planned.dwellings);
	await insertEvent(trx, { notice_id: id, event: 'drafted', at: now, account_id: by.id });
	record(trx, { event: 'notice_drafted', by, subject: { type: 'notice', id }, at: now });
	return { ok: true, id };
}

/**
 * Changes a draft. If another person changed it since `revision`, the answer is `stale` and the page shows both
 * versions.
 */
export async function changeDraft(
	trx: Transaction<Database>,
	id: string,
	draft: NoticeDraft & { readonly revision: number },
	by: Actor,
	now: Instant
): Promise<DraftResult | { ok: false; problem: 'stale' | 'not-found' | 'already-open' }> {
	const rules = await findApproved(trx, draft.ruleSetId);
	const refused = refuse(draft, rules, by, now);
	if (refused) return refused;
	const notice = await findNotice(trx, id);
	if (!notice || notice.withdrawnAt !== null) return { ok: false, problem: 'not-found' };
	if (notice.openedAt !== null) return { ok: false, problem: 'already-open' };
	if (notice.revision !== draft.revision) return { ok: false, problem: 'stale' };
	const planned = await planDwellings(trx, id, draft, rules!);
	if (!planned.ok) return planned;
	if (!(await updateDraft(trx, id, draft.revision, columnsOf(draft, rules!)))) return { ok: false, problem: 'stale' };
	await replaceDwellings(trx, id, planned.dwellings);
	record(trx, { event: 'notice_changed', by, subject: { type: 'notice', id }, at: now });
	return { ok: true, id };
}

function refuse(draft: NoticeDraft, rules: RuleSet | undefined, by: Actor, now: Instant): Refused | null {
	if (!allows(by, 'officer')) return { ok: false, problem: 'not-allowed' };
	if (rules?.use !== 'own-notice') return { ok: false, problem: 'unknown-rule-set' };
	if (!isInForce(rules, draft.opensOn)) return { ok: false, problem: 'rules-not-in-force' };
	if (draft.closesOn <= draft.opensOn) return { ok: false, problem: 'closes-before-it-opens' };
	if (draft.closesOn < dayOf(now)) return { ok: false, problem: 'closes-in-the-past' };
	if (draft.beaconOrigin.kind === 'draw' && draft.beaconSource === '')
		return { ok: false, problem: 'draw-without-name' };
	return comesAfter(draft.beaconOrigin, endOfDay(draft.closesOn)) ? null : { ok: false, problem: 'beacon-too-early' };
}

async function planDwellings(
	trx: Transaction<Database>,
	noticeId: string | null,
	{ dwellingIds: wanted }: NoticeDraft,
	rules: RuleSet
) {
	const free = new Map((await listFreeDwellings(trx, noticeId)).map((dwelling) => [dwelling.id, dwelling]));
	const missing = wanted.filter((id) => !free.has(id));
	if (missing.length > 0) {
		const [taken] = await listTaken(trx, missing, noticeId);
		return taken
			? ({ ok: false, problem: 'dwelling-taken', ...taken } as const)
			: ({ ok: false, problem: 'dwelling-not-free' } as const);
	}
	const { setAsides: _atTheOpening, ...now } = rules;
	const chosen = wanted.map((id) => free.get(id)!);
	const problem = judgeQuotas(rules, chosen);
	if (problem) return { ok: false, problem } as const;
	// The shares of the rules come at the opening, with a public number: until then a draft shows accessible homes only.
	const labels = labelDwellings(chosen, now, '', '00');
	const dwellings = chosen.map(({ id, list }) => ({ dwellingId: id, list, setAside: labels.get(id)! }));
	return { ok: true, dwellings } as const;
}

/** A draft keeps a copy of its rules: an approved version never changes. */
const columnsOf = (draft: NoticeDraft, rules: RuleSet) => ({
	rule_set: JSON.stringify(rules),
	title_it: draft.titleIt,
	title_en: draft.titleEn,
	summary_it: draft.summaryIt,
	summary_en: draft.summaryEn,
	rule_set_id: draft.ruleSetId,
	max_choices: draft.maxChoices,
	offer_days: draft.offerDays,
	opens_at: romeInstant(draft.opensOn, '00:00:00'),
	closes_at: endOfDay(draft.closesOn),
	beacon_source: draft.beaconSource,
	...originColumns(draft.beaconOrigin)
});

const originColumns = (origin: BeaconSource) =>
	origin.kind === 'draw'
		? ({ beacon_kind: 'draw', beacon_chain: null, beacon_round: null } as const)
		: ({ beacon_kind: 'drand', beacon_chain: origin.chain, beacon_round: origin.round } as const);

/** Discards a draft: its dwellings are free for another notice. Nobody but the staff has seen it. */
export async function discardDraft(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: 'not-allowed' | 'not-found' | 'already-open' }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	await lockNotice(trx, id);
	const notice = await findNotice(trx, id);
	if (!notice) return { ok: false, problem: 'not-found' };
	if (notice.openedAt !== null) return { ok: false, problem: 'already-open' };
	if (notice.withdrawnAt !== null) return { ok: true };
	// A form that was opened before saves nothing any more.
	await updateDraft(trx, id, notice.revision, { beacon_source: notice.beaconSource });
	await replaceDwellings(trx, id, []);
	await insertEvent(trx, { notice_id: id, event: 'withdrawn', at: now, account_id: by.id });
	record(trx, { event: 'notice_discarded', by, subject: { type: 'notice', id }, at: now });
	return { ok: true };
}
