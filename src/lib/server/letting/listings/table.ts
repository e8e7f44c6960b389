export type ListingsTable = {
	id: string;
	account_id: string;
	dwelling_id: string | null;
	answers: string;
	revision: number;
	synthetic: number;
	created_at: string;
	updated_at: string;
};

export type ListingEventsTable = {
	id: string;
	listing_id: string;
	event: 'submitted' | 'inspected' | 'published' | 'refused' | 'withdrawn';
	at: string;
	account_id: string | null;
	detail: string | null;
};

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

export type ListingProposalsTable = {
	id: string;
	listing_id: string;
	tenant_request_id: string;
	proposed_at: string;
	landlord_accepted_at: string | null;
	tenant_accepted_at: string | null;
	held_at: string | null;
	released_at: string | null;
	/** Null with `released_at` set: the hours of the hold passed. */
	released_by: 'landlord' | 'tenant' | 'agency' | null;
};
