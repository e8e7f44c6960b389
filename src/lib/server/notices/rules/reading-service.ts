import type { Kysely } from 'kysely';
import { compareRuleSets } from '$lib/domain/ruleset/compare-rule-sets';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { findRuleSet, ruleSets } from '$lib/domain/ruleset/rule-sets';
import type { VersionState } from '$lib/domain/ruleset/version-state';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listNotices } from '$lib/server/notices/notices/repository';
import { findAny } from './find-rule-set';
import { placeText, valueText } from './labels';
import { findVersion, listVersions, type Version } from './repository';

/** A rule set as a list names it. */
export type RuleSetInList = Pick<RuleSet, 'id' | 'name' | 'use' | 'validFrom' | 'validTo'> & {
	readonly state: VersionState | 'shipped';
};

const listed = ({ id, name, use, validFrom, validTo }: RuleSet, state: RuleSetInList['state']): RuleSetInList => {
	return { id, name, use, validFrom, validTo, state };
};

/** Those of the agency, the newest first, and those that come with the portal. */
export async function readRuleSets(db: Kysely<Database>) {
	const own = (await listVersions(db)).map(({ rules, state }) => listed(rules, state));
	return { own, shipped: ruleSets.map((rules) => listed(rules, 'shipped')) };
}

/** One rule set with its history, what it changes of its base, and what this person may do with it. */
export async function readRuleSet(db: Kysely<Database>, id: string, by: Actor) {
	const version = await findVersion(db, id);
	const rules = version?.rules ?? findRuleSet(id);
	if (!rules) return null;
	const base = version?.baseId ? await findAny(db, version.baseId) : undefined;
	return {
		rules,
		state: version?.state ?? ('shipped' as const),
		revision: version?.revision ?? 0,
		events: version?.events.map(({ by: _, ...event }) => event) ?? [],
		base: base && { id: base.id, name: base.name, changes: written(base, rules) },
		may: mayDo(version, by)
	};
}

/** Each difference in words. */
const written = (before: RuleSet, after: RuleSet) =>
	compareRuleSets(before, after).map(({ path, ...change }) => ({
		path,
		name: placeText(path),
		before: valueText(path, change.before),
		after: valueText(path, change.after)
	}));

function mayDo(version: Version | undefined, by: Actor) {
	const officer = allows(by, 'officer');
	const draft = version?.state === 'draft' && officer;
	const author = version?.events.some((event) => event.by === by.id && event.event !== 'returned');
	const decide = version?.state === 'proposed' && allows(by, 'manager') && !author;
	return { fork: officer, edit: draft, decide };
}

/** Two rule sets value by value; null when one of them does not exist. */
export async function readComparison(db: Kysely<Database>, id: string, withId: string) {
	const [mine, other] = [await findAny(db, id), await findAny(db, withId)];
	if (!mine || !other) return null;
	return { name: mine.name, otherName: other.name, changes: written(other, mine) };
}

/** Notices with requests, the newest first: over them the effect of rules can be seen. */
export async function noticesWithRequests(db: Kysely<Database>) {
	return (await listNotices(db))
		.filter(({ applications }) => applications > 0)
		.map(({ id, code, title, synthetic, rules, applications }) => {
			return { id, code, title, synthetic, ruleSetId: rules.id, applications };
		});
}
