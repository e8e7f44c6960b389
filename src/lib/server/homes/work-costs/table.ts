/** What a work may cost, as the agency wrote it; null: not entered. */
export type WorkCostsTable = {
	work: string;
	min_cents: number | null;
	max_cents: number | null;
	changed_at: string;
	changed_by: string | null;
};
