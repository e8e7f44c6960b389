import type { Generated } from 'kysely';

export type SessionsTable = {
	id: string;
	account_id: string;
	created_at: string;
	expires_at: string;
	second_factor: number;
	/** Family and system, as browser-kind.ts writes them. */
	browser: Generated<string>;
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

/** A public identity that opens an account: one person of one gateway, once. */
export type IdentitiesTable = {
	id: string;
	account_id: string;
	/** The address of the gateway. */
	issuer: string;
	/** HMAC-SHA256 of the gateway's name of the person (`sub`) under the master key. */
	subject_hash: string;
	data_key_id: string;
	/** Names, birth date and tax code as the gateway gave them at the last sign-in, sealed with the person's key. */
	claims_sealed: string;
	linked_at: string;
};
