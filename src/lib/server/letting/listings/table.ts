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
