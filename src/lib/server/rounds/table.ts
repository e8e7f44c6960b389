export type RoundsTable = {
	id: string;
	notice_id: string;
	version: number;
	input: string;
	input_hash: string;
	result: string;
	result_hash: string;
	projection: string;
	signature: string | null;
	audit_head: string | null;
	prepared_by: string;
	prepared_at: string;
	approved_by: string | null;
	approved_at: string | null;
	published_at: string | null;
};
