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
};
