import type { Generated } from 'kysely';
import type { SessionWay } from '$lib/domain/sign-in-way';

export type SessionsTable = {
	id: string;
	account_id: string;
	created_at: string;
	expires_at: string;
	second_factor: number;
	/** Family and system, as browser-kind.ts writes them. */
	browser: Generated<string>;
	/** How it was signed in. */
	way: Generated<SessionWay>;
	/** The mandate under which its helper works for a person now (adr 45). */
	acting_under: string | null;
};

export type ThrottleTable = {
	key: string;
	points: Generated<number>;
	expire: number | null;
};

/** A code that was not used yet; using it deletes its row. */
export type RecoveryCodesTable = {
	/** HMAC-SHA256 of account and code under the master key. */
	id: string;
	account_id: string;
};
