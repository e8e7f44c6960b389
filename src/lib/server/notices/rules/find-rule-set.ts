import type { Kysely } from 'kysely';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { findRuleSet, ruleSets } from '$lib/domain/ruleset/rule-sets';
import type { Database } from '$lib/server/schema';
import { findVersion, listVersions } from './repository';

/** A rule set that notices can be bound to: one that comes with the portal, or one that two persons approved. */
export async function findApproved(db: Kysely<Database>, id: string): Promise<RuleSet | undefined> {
	const shipped = findRuleSet(id);
	if (shipped) return shipped;
	const version = await findVersion(db, id);
	return version?.state === 'approved' ? version.rules : undefined;
}

/** Any rule set by id, drafts included: for staff to read and compare. */
export async function findAny(db: Kysely<Database>, id: string): Promise<RuleSet | undefined> {
	return findRuleSet(id) ?? (await findVersion(db, id))?.rules;
}

/** Those that a notice of the agency's own can name. */
export async function listForNotices(db: Kysely<Database>): Promise<RuleSet[]> {
	const approved = (await listVersions(db)).filter(({ state }) => state === 'approved').map(({ rules }) => rules);
	return [...ruleSets, ...approved].filter(({ use }) => use === 'own-notice');
}
