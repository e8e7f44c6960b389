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
