import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { compareRuleSets } from '$lib/domain/ruleset/compare-rule-sets';
import { freezeRuleSet } from '$lib/domain/ruleset/freeze-rule-set';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { findAny } from './find-rule-set';
import { findVersion, insertRuleSetEvent, updateRules, type Version } from './repository';
import type { RuleSetEventsTable } from './table';

export type ApprovalProblem =
	| 'not-allowed'
	| 'not-found'
	| 'not-a-draft'
	| 'not-proposed'
	| 'stale'
	| 'two-persons'
	| 'nothing-changed'
	| 'reason-missing';
type Answer = { ok: true } | { ok: false; problem: ApprovalProblem };
/** `revision`: the revision that the person read. A decision about a version that changed since is refused. */
type Which = { readonly id: string; readonly revision: number };

const refuse = (problem: ApprovalProblem): Answer => ({ ok: false, problem });

/** An officer hands a draft to a manager. Rules that equal their base are refused. */
export async function proposeRuleSet(
	trx: Transaction<Database>,
	which: Which,
	by: Actor,
	now: Instant
): Promise<Answer> {
	if (!allows(by, 'officer')) return refuse('not-allowed');
	const version = await findVersion(trx, which.id);
	if (!version) return refuse('not-found');
	if (version.state !== 'draft') return refuse('not-a-draft');
	const base = version.baseId === null ? undefined : await findAny(trx, version.baseId);
	if (base && compareRuleSets(base, version.rules).length === 0) return refuse('nothing-changed');
	return happen(trx, version, { which, event: 'proposed', reason: null }, by, now);
}

/** A manager other than its author approves it: from now on notices can name it, and nothing of it changes. */
export async function approveRuleSet(
	trx: Transaction<Database>,
	which: Which,
	by: Actor,
	now: Instant
): Promise<Answer> {
	const version = await forDecision(trx, which, by);
	return 'problem' in version
		? refuse(version.problem)
		: happen(trx, version, { which, event: 'approved', reason: null }, by, now);
}

/** A manager sends it back, saying why. */
export async function returnRuleSet(
	trx: Transaction<Database>,
	which: Which & { readonly reason: string },
	by: Actor,
	now: Instant
): Promise<Answer> {
	if (which.reason === '') return refuse('reason-missing');
	const version = await forDecision(trx, which, by);
	if ('problem' in version) return refuse(version.problem);
	return happen(trx, version, { which, event: 'returned', reason: which.reason }, by, now);
}

/** An officer gives a draft up. It stays readable, and notices cannot name it. */
export async function discardRuleSet(
	trx: Transaction<Database>,
	which: Which,
	by: Actor,
	now: Instant
): Promise<Answer> {
	if (!allows(by, 'officer')) return refuse('not-allowed');
	const version = await findVersion(trx, which.id);
	if (!version) return refuse('not-found');
	if (version.state !== 'draft') return refuse('not-a-draft');
	return happen(trx, version, { which, event: 'discarded', reason: null }, by, now);
}

async function forDecision(
	trx: Transaction<Database>,
	{ id }: Which,
	by: Actor
): Promise<Version | { problem: ApprovalProblem }> {
	if (!allows(by, 'manager')) return { problem: 'not-allowed' };
	const version = await findVersion(trx, id);
	if (!version) return { problem: 'not-found' };
	if (version.state !== 'proposed') return { problem: 'not-proposed' };
	const authors = version.events.filter(({ event }) => event !== 'returned').map(({ by: author }) => author);
	return [version.createdBy, ...authors].includes(by.id) ? { problem: 'two-persons' } : version;
}

type Happening = {
	readonly which: Which;
	readonly event: RuleSetEventsTable['event'];
	readonly reason: string | null;
};

/** The revision grows with every event, so that of two people at once only one succeeds. */
async function happen(
	trx: Transaction<Database>,
	{ id, rules }: Version,
	{ which, event, reason }: Happening,
	by: Actor,
	now: Instant
): Promise<Answer> {
	if (!(await updateRules(trx, id, which.revision, JSON.stringify(rules)))) return refuse('stale');
	await insertRuleSetEvent(trx, { id: newId(), rule_set_id: id, event, at: now, account_id: by.id, reason });
	const detail = { hash: freezeRuleSet(rules).hash };
	record(trx, { event: `rule_set_${event}`, by, subject: { type: 'rule_set', id }, detail, at: now });
	return { ok: true };
}
