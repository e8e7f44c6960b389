import type { Generated } from 'kysely';

export type NoticesTable = {
	id: string;
	code: string;
	source: 'own' | 'imported';
	title_it: string;
	title_en: string;
	summary_it: string;
	summary_en: string;
	rule_set_id: string;
	rule_set: string | null;
	rule_set_hash: string | null;
	max_choices: number;
	offer_days: number;
	opens_at: string;
	closes_at: string;
	beacon_source: string;
	/** The number itself, by the published rule, once it is known. */
	beacon: string | null;
	beacon_kind: Generated<'draw' | 'drand'>;
	beacon_chain: string | null;
	beacon_round: number | null;
	/** `notice-set-asides/1`, published at the opening. */
	set_aside_plan: Generated<string | null>;
	/** Published at the opening: binds the agency to the set-asides that it does not say by dwelling. */
	set_aside_commitment: Generated<string | null>;
	set_aside_secret_sealed: Generated<string | null>;
	set_aside_key_id: Generated<string | null>;
	/** Since when offers wait for verified requests; null: they do not. */
	verified_since: Generated<string | null>;
	synthetic: number;
	revision: Generated<number>;
	created_by: string | null;
	created_at: string;
};

/** The proof of a notice's number: the numbers drawn, entered by two persons, or the signature of drand. */
export type NoticeBeaconsTable = {
	notice_id: string;
	kind: 'draw' | 'drand';
	/** The key string of RFC 3797, or the signature. */
	proof: string;
	beacon: string;
	/** Null: the portal fetched it. */
	entered_by: string | null;
	entered_at: string;
	confirmed_by: string | null;
	confirmed_at: string | null;
};

export type NoticeEventsTable = {
	id: string;
	notice_id: string;
	event: 'drafted' | 'opened' | 'beacon_recorded' | 'withdrawn';
	at: string;
	account_id: string | null;
	detail: string | null;
};

export type NoticeDwellingsTable = {
	notice_id: string;
	dwelling_id: string;
	list: string;
	set_aside: Generated<string>;
	exclusive: Generated<number>;
	released_at: string | null;
};
