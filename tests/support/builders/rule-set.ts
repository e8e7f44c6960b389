import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { approveRuleSet, proposeRuleSet } from '$lib/server/notices/rules/approval-service';
import { changeRuleSet, forkRuleSet } from '$lib/server/notices/rules/edit-service';
import { findVersion } from '$lib/server/notices/rules/repository';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { anActor } from './register';

const at = '2026-10-01T08:00:00.000Z';

/** A version made from `baseId`, changed, proposed by an officer and approved by a manager. */
export async function anApprovedRuleSet(
	{ db, transact }: AppDatabase,
	baseId: string,
	change: (rules: RuleSet) => RuleSet
): Promise<string> {
	const officer = await anActor(db, 'officer', 'Funzionaria delle regole');
	const manager = await anActor(db, 'manager', 'Dirigente delle regole');
	const forked = await transact((trx) => forkRuleSet(trx, baseId, officer, at));
	if (!forked.ok) throw new Error(forked.problem);
	const { id } = forked;
	const { rules } = (await findVersion(db, id))!;
	const changed = await transact((trx) => changeRuleSet(trx, { id, revision: 0, rules: change(rules) }, officer, at));
	if (!changed.ok) throw new Error(JSON.stringify(changed));
	const proposed = await transact((trx) => proposeRuleSet(trx, { id, revision: 1 }, officer, at));
	if (!proposed.ok) throw new Error(proposed.problem);
	const approved = await transact((trx) => approveRuleSet(trx, { id, revision: 2 }, manager, at));
	if (!approved.ok) throw new Error(approved.problem);
	return id;
}
