import type { Generated } from 'kysely';

export type RuleSetsTable = {
	id: string;
	/** The rule set it was made from; null: it came as a file. */
	base_id: string | null;
	/** `RuleSet` as JSON. */
	rules: string;
	revision: Generated<number>;
	created_by: string;
	created_at: string;
};

export type RuleSetEventsTable = {
	id: string;
	rule_set_id: string;
	event: 'forked' | 'imported' | 'proposed' | 'returned' | 'approved' | 'discarded';
	at: string;
	account_id: string;
	/** Why it was returned. */
	reason: string | null;
};
