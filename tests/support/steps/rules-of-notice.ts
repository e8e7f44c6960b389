import SQLite from 'better-sqlite3';
import type { RuleSet } from '../../../src/lib/domain/ruleset/rule-set';
import type { Portal } from '../server';

/** Gives the demo's open notice other rules, as if it had opened with them. */
export function openUnder({ databaseUrl }: Portal, rules: RuleSet): void {
	const file = new SQLite(databaseUrl.replace('sqlite:', ''), { timeout: 5_000 });
	const { changes } = file
		.prepare(`update notices set rule_set = ?, rule_set_id = ? where code = 'AGENZIA-2'`)
		.run(JSON.stringify(rules), rules.id);
	file.close();
	if (changes !== 1) throw new Error('the demo has no open notice');
}
