import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { canonicalJson } from '$lib/domain/receipt/canonical-json';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { nextNumber } from '$lib/server/platform/numbers/repository';
import { findAny } from './find-rule-set';
import { readRules, readRulesFile } from './read-rules';
import { findVersion, insertRuleSetEvent, insertVersion, listVersions, updateRules, type Version } from './repository';

type Refused<Problem extends string> = { ok: false; problem: Problem };
type Wrong = { ok: false; problem: 'wrong-values'; errors: Record<string, string> };

/** A draft made from another rule set, whatever its state: the first step of any change. */
export async function forkRuleSet(
	trx: Transaction<Database>,
	baseId: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true; id: string } | Refused<'not-allowed' | 'not-found'>> {
	if (!allows(by, 'officer')) return { ok: false, problem: 'not-allowed' };
	const base = await findAny(trx, baseId);
	if (!base) return { ok: false, problem: 'not-found' };
	return { ok: true, id: await begin(trx, base, { baseId, how: 'forked' }, by, now) };
}

/** A draft from a file that was exported, here or elsewhere. It gets an id of its own. */
export async function importRuleSet(
	trx: Transaction<Database>,
	text: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true; id: string } | Refused<'not-allowed'> | Wrong> {
	if (!allows(by, 'officer')) return { ok: false, problem: 'not-allowed' };
	const read = readRulesFile(text);
	if (!read.ok) return { ok: false, problem: 'wrong-values', errors: read.errors };
	return { ok: true, id: await begin(trx, read.rules, { baseId: null, how: 'imported' }, by, now) };
}

async function begin(
	trx: Transaction<Database>,
	rules: RuleSet,
	{ baseId, how }: { readonly baseId: string | null; readonly how: 'forked' | 'imported' },
	by: Actor,
	now: Instant
): Promise<string> {
	const year = dayOf(now).slice(0, 4);
	const id = `r-${year}-${String(await nextNumber(trx, `rules-${year}`)).padStart(2, '0')}`;
	const text = JSON.stringify(how === 'forked' ? renamed(rules, id) : { ...rules, id });
	const twin = (await listVersions(trx)).find((one) =>
		isUntouchedTwin(one, how === 'forked' ? renamed(rules, one.id) : { ...rules, id: one.id }, baseId, by)
	);
	if (twin) return twin.id;
	await insertVersion(trx, { id, base_id: baseId, rules: text, created_by: by.id, created_at: now });
	await insertRuleSetEvent(trx, { id: newId(), rule_set_id: id, event: how, at: now, account_id: by.id, reason: null });
	const detail = { base: baseId };
	record(trx, { event: `rule_set_${how}`, by, subject: { type: 'rule_set', id }, detail, at: now });
	return id;
}

/** A copy under its own id, which its name shows until somebody gives it a better one. */
const renamed = (rules: RuleSet, id: string): RuleSet => {
	const name = { it: `${rules.name.it} (${id})`, en: `${rules.name.en} (${id})` };
	return { ...rules, id, name };
};

/** A second click finds the copy that the first one made, because taking the number makes the others wait. */
const isUntouchedTwin = (one: Version, rules: RuleSet, baseId: string | null, by: Actor) =>
	one.state === 'draft' &&
	one.revision === 0 &&
	one.createdBy === by.id &&
	one.baseId === baseId &&
	canonicalJson(one.rules) === canonicalJson(rules);

/** Writes the values of a draft, all or none. `rules` is what the editor read: its id and format are the draft's own. */
export async function changeRuleSet(
	trx: Transaction<Database>,
	input: { readonly id: string; readonly revision: number; readonly rules: Record<string, unknown> },
	by: Actor,
	now: Instant
): Promise<{ ok: true } | Refused<'not-allowed' | 'not-found' | 'not-a-draft' | 'stale'> | Wrong> {
	if (!allows(by, 'officer')) return { ok: false, problem: 'not-allowed' };
	const version = await findVersion(trx, input.id);
	if (!version) return { ok: false, problem: 'not-found' };
	if (version.state !== 'draft') return { ok: false, problem: 'not-a-draft' };
	if (version.revision !== input.revision) return { ok: false, problem: 'stale' };
	const read = readRules({ ...input.rules, format: 'rule-set/1', id: version.id });
	if (!read.ok) return { ok: false, problem: 'wrong-values', errors: read.errors };
	if (!(await updateRules(trx, version.id, input.revision, JSON.stringify(read.rules)))) {
		return { ok: false, problem: 'stale' };
	}
	record(trx, { event: 'rule_set_changed', by, subject: { type: 'rule_set', id: version.id }, at: now });
	return { ok: true };
}
