import type { Standing } from '$lib/domain/verification/checklist';
import type { CheckAct } from '$lib/domain/verification/finding';

/** Where the check of a request stands: what its acts come to, kept for lists and for the gate. A row from the first act on. */
export type VerificationsTable = {
	application_id: string;
	standing: Standing;
	/** Whose turn it is after a document was asked for; null when nobody is waited for. */
	waits_for: 'household' | 'office' | null;
	/** The nearest day of what is waited for. */
	due_at: string | null;
	/** The number of acts about facts and of accepted changes so far. */
	version: number;
	updated_at: string;
};

/** One act about one fact. It is never changed. Which fact it is would tell of health, so it is sealed too. */
export type FactChecksTable = {
	id: string;
	application_id: string;
	/** Rises with the acts of the request. */
	version: number;
	act: CheckAct;
	/** The last day for the household to answer, where a document was asked for. */
	deadline: string | null;
	/** `CheckContent`, sealed with the key of the request. */
	content_sealed: string;
	account_id: string;
	at: string;
};
