import type { WorkEvent } from '$lib/domain/programme/work';

/** A building work of one dwelling or one building, under a line of works of the programme, or under none. */
export type WorksTable = {
	id: string;
	dwelling_id: string | null;
	building_id: string | null;
	line_id: string | null;
	floor_area_dm2: number | null;
	contractor: string | null;
	planned_end: string | null;
	created_at: string;
};

export type WorkEventsTable = {
	id: string;
	work_id: string;
	event: WorkEvent;
	at: string;
	account_id: string | null;
	document: string | null;
	source: string | null;
};

/**
 * The certificate of a work. It is live until it is refused or voided; a dwelling has one live certificate per line. The
 * line and the area are those of the day it was proposed and never change.
 */
export type CertificatesTable = {
	id: string;
	work_id: string;
	dwelling_id: string;
	line_id: string | null;
	floor_area_dm2: number | null;
	number: string | null;
	dated_on: string;
	/** The works director or the tester who signed it. */
	signed_by: string | null;
	/** Why works were planned and certified on one day. */
	reason: string | null;
	source: string | null;
	proposed_by: string | null;
	proposed_at: string;
	/** Another account than `proposed_by`; null with a time for an invented certificate only. */
	confirmed_by: string | null;
	confirmed_at: string | null;
	refused_by: string | null;
	refused_at: string | null;
	refusal_reason: string | null;
	void_proposed_by: string | null;
	void_proposed_at: string | null;
	void_reason: string | null;
	/** Another account than `void_proposed_by`. */
	voided_by: string | null;
	voided_at: string | null;
	/** 1: the dwelling is invented, or an account of the demo signed. */
	synthetic: number;
};
