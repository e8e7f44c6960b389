export type InvitationsTable = {
	id: string;
	notice_id: string;
	/** Stands for a household; only its key says for which (`household-token.ts`). */
	household: string;
	dwelling_id: string;
	invited_by: string;
	at: string;
};
