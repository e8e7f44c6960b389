import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { versionState, type VersionState } from '$lib/domain/ruleset/version-state';
import { changeAt } from '$lib/server/platform/db/at-revision';
import type { Database } from '$lib/server/schema';
import { storedRules } from './stored-rules';
import type { RuleSetEventsTable, RuleSetsTable } from './table';

export type Version = {
	readonly id: string;
	readonly baseId: string | null;
	readonly rules: RuleSet;
	readonly revision: number;
	readonly createdBy: string;
	readonly state: VersionState;
	/** The oldest first. */
	readonly events: readonly {
		readonly event: RuleSetEventsTable['event'];
		readonly at: string;
		readonly by: string;
		readonly name: string;
		readonly reason: string | null;
	}[];
};

/** Every rule set that staff made, the newest first. */
export async function listVersions(db: Kysely<Database>): Promise<Version[]> {
	const rows = await db
		.selectFrom('rule_sets')
		.selectAll()
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return withEvents(db, rows);
}

export async function findVersion(db: Kysely<Database>, id: string): Promise<Version | undefined> {
	const rows = await db.selectFrom('rule_sets').selectAll().where('id', '=', id).execute();
	return (await withEvents(db, rows))[0];
}

async function withEvents(db: Kysely<Database>, rows: readonly Selectable<RuleSetsTable>[]): Promise<Version[]> {
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const events = await db
		.selectFrom('rule_set_events')
		.innerJoin('accounts', 'accounts.id', 'rule_set_events.account_id')
		.select(['rule_set_id', 'event', 'at', 'account_id as by', 'accounts.name', 'reason'])
		.where('rule_set_id', 'in', ids)
		.orderBy('rule_set_events.id')
		.execute();
	return rows.map((row) => {
		const own = events.filter((one) => one.rule_set_id === row.id).map(({ rule_set_id: _, ...event }) => event);
		return {
			id: row.id,
			baseId: row.base_id,
			rules: storedRules(row.rules),
			revision: row.revision,
			createdBy: row.created_by,
			state: versionState(own),
			events: own
		};
	});
}

export async function insertVersion(trx: Transaction<Database>, row: Insertable<RuleSetsTable>): Promise<void> {
	await trx.insertInto('rule_sets').values(row).execute();
}

/** Writes other rules, unless somebody did since `revision`; answers whether it did. */
export const updateRules = (
	trx: Transaction<Database>,
	id: string,
	revision: number,
	rules: string
): Promise<boolean> => changeAt(trx.updateTable('rule_sets').set({ rules }), { id, revision });

export async function insertRuleSetEvent(
	trx: Transaction<Database>,
	row: Insertable<RuleSetEventsTable>
): Promise<void> {
	await trx.insertInto('rule_set_events').values(row).execute();
}
