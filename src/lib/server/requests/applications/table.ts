import type { Generated } from 'kysely';

export type ApplicationDraftsTable = {
	id: string;
	notice_id: string;
	account_id: string;
	answers_sealed: string;
	data_key_id: string;
	revision: number;
	updated_at: string;
	/** When its account was told that the notice closes soon. */
	reminded_at: Generated<string | null>;
};

export type ApplicationsTable = {
	id: string;
	notice_id: string;
	account_id: string | null;
	pseudonym: string;
	protocol: string;
	facts: string;
	needs_sealed: string;
	data_key_id: string;
	choices: string;
	receipt_leaf: string;
	receipt_salt: string;
	submitted_at: string;
	ended_at: string | null;
	synthetic: number;
	/** The earlier version whose place this one took. */
	replaces: string | null;
};

export type ApplicationEventsTable = {
	id: string;
	application_id: string;
	event: 'submitted' | 'replaced' | 'withdrawn' | 'verified' | 'excluded';
	at: string;
	account_id: string | null;
	reason: string | null;
	/** The desk record under which an officer wrote it for the household; null where the household did. */
	desk_record_id: Generated<string | null>;
	/** The document with the signed declarations of a request that an officer sent. */
	signature_id: Generated<string | null>;
};

/** The receipts of a notice as sealed when it closed: their tree's root, and the leaves that anyone rebuilds it from. */
export type NoticeReceiptsTable = {
	notice_id: string;
	root: string;
	count: number;
	/** One a line, sorted. */
	leaves: string;
	sealed_at: string;
};

/** Who a place in the household of a request (`m2`) is. `request_id`: a draft, and the request that it becomes. */
export type HouseholdPersonsTable = {
	request_id: string;
	member: string;
	person_id: string;
};
