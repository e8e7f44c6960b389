export type TenanciesTable = {
	id: string;
	dwelling_id: string;
	offer_id: string | null;
	proposal_id: string | null;
	started_at: string;
	ended_at: string | null;
};

export type TenancyEventsTable = {
	id: string;
	tenancy_id: string;
	event: 'assigned' | 'contract_registered' | 'keys_delivered' | 'ended';
	at: string;
	account_id: string | null;
	document: string | null;
};
