export type TenantRequestsTable = {
	id: string;
	account_id: string | null;
	pseudonym: string;
	facts: string;
	needs_sealed: string;
	data_key_id: string;
	submitted_at: string;
	ended_at: string | null;
	synthetic: number;
};
