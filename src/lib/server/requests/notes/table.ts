/** What somebody of the staff wrote on the file of a request. It is never changed; another note corrects it. */
export type RequestNotesTable = {
	id: string;
	application_id: string;
	/** The note that this one takes the place of. */
	corrects: string | null;
	/** Sealed with the key of the request, which is its person's. */
	text_sealed: string;
	account_id: string;
	at: string;
};
