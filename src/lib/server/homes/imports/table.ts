export type ImportsTable = {
	id: string;
	account_id: string;
	file_name: string;
	/** The file as text, until it is imported. */
	content: string | null;
	/** JSON of ImportReport. */
	report: string;
	created_at: string;
	expires_at: string;
	imported_at: string | null;
};
