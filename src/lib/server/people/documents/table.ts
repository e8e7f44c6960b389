/** A document of a person. What it is and what it says is sealed with the key of the person. */
export type DocumentsTable = {
	id: string;
	account_id: string;
	data_key_id: string;
	/** Names the pages in the store of files: `UPLOAD-1`, `UPLOAD-2`. */
	upload_id: string;
	facts_sealed: string;
	/** The document that the person sent in its place. */
	replaced_by: string | null;
	/** The day on which the person is told next that it ends; null where nothing is left to tell. */
	warn_on: string | null;
	revision: number;
	created_at: string;
	updated_at: string;
};
