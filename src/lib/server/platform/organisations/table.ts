export type OrganisationsTable = {
	id: string;
	kind: 'agency' | 'owner' | 'third_sector';
	name: string;
	created_at: string;
};

/** A helper whom an organisation invites. Its id becomes the id of the account. Times are machine time. */
export type HelperInvitationsTable = {
	id: string;
	organisation_id: string;
	email: string;
	name: string;
	/** SHA-256 of the secret of the link. */
	token_hash: string;
	invited_by: string;
	invited_at: string;
	/** The last instant at which the link works. */
	ends_at: string;
	accepted_at: string | null;
	withdrawn_at: string | null;
};
