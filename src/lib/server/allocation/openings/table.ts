/** An auditor opened a sealed version. Rows are never changed. */
export type RoundOpeningsTable = {
	id: string;
	round_id: string;
	account_id: string;
	opened_at: string;
	/** With the key of the version: it may name a household. */
	reason_sealed: string;
};
