import type { Generated } from 'kysely';

/** A list of records whose time is over: how many of each kind, who agreed, and how far the job is. It names no record. */
export type RetentionRunsTable = {
	id: string;
	/** 1 until the list is carried out or withdrawn; then null. */
	slot: number | null;
	/** How many of each kind were shown to those who agreed, as JSON. */
	shown: string;
	/** How many of each kind are gone, as JSON. */
	gone: string;
	proposed_by: string;
	/** What was due at this instant goes, and nothing else. */
	proposed_at: string;
	outcome: Generated<'confirmed' | 'withdrawn' | null>;
	decided_by: Generated<string | null>;
	decided_at: Generated<string | null>;
	finished_at: Generated<string | null>;
};
