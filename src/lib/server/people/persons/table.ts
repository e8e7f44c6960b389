import type { Generated } from 'kysely';

/** One human being: an account's own person, or a member of a household. Facts are sealed with the key of the person. */
export type PersonsTable = {
	id: string;
	/** The account of this person; null for a member of somebody's household. */
	account_id: string | null;
	data_key_id: string;
	facts_sealed: string;
	/** Keyed hash, by which the same code is found again; null without a code. */
	tax_code_hash: string | null;
	revision: number;
	created_at: string;
	updated_at: string;
	synthetic: number;
	/** 1: the tokens of the names are there; 0: the portal makes them soon. */
	names_indexed: Generated<number>;
	/** Keyed hashes by which this telling of a person meets another one (adr 44); null until the portal makes them. */
	match_keys: Generated<string | null>;
};

/** A keyed hash of the beginning of a name of a person (adr 41). */
export type NameTokensTable = {
	token: string;
	person_id: string;
};
