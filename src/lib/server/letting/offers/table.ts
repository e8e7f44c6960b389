import type { Generated } from 'kysely';
import type { DeskChannel } from '$lib/domain/desk/heard';

export type OffersTable = {
	id: string;
	notice_id: string;
	round_id: string;
	application_id: string;
	dwelling_id: string;
	made_by: string;
	made_at: string;
	deadline: string;
	released_at: string | null;
	/** When its household was told that the deadline is near. */
	reminded_at: Generated<string | null>;
};

export type OfferEventsTable = {
	id: string;
	offer_id: string;
	event: 'made' | 'accepted' | 'refused' | 'expired' | 'withdrawn';
	at: string;
	account_id: string | null;
	justified: number | null;
	reason: string | null;
	/** The way in which the office learned of the answer; null where the household gave it in the portal. */
	channel: DeskChannel | null;
	received_on: string | null;
	evidence: string | null;
};

export type ViewingsTable = {
	id: string;
	dwelling_id: string;
	starts_at: string;
	offer_id: string | null;
	created_by: string | null;
};
