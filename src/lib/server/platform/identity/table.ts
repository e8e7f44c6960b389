/** A public identity that opens an account: one person of one gateway, once. */
export type IdentitiesTable = {
	id: string;
	account_id: string;
	/** The address of the gateway. */
	issuer: string;
	/** HMAC-SHA256 of the gateway's name of the person (`sub`) under a key of the master key. */
	subject_hash: string;
	data_key_id: string;
	/** Names, birth date and tax code as the gateway gave them at the last sign-in, sealed with the person's key. */
	claims_sealed: string;
	linked_at: string;
};
