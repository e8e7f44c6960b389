import type { MilestoneEvent } from '$lib/domain/programme/milestone';

export type BuildingsTable = {
	id: string;
	code: string;
	street: string | null;
	street_number: string | null;
	municipality: string;
	district: string | null;
	rent_zone: number | null;
	floors: number | null;
	built_year: number | null;
	lift: number | null;
	step_free_entrance: number | null;
	entrance_door_mm: number | null;
	lift_door_mm: number | null;
	lift_cabin_width_mm: number | null;
	lift_cabin_depth_mm: number | null;
	synthetic: number;
	created_at: string;
};

export type DwellingsTable = {
	id: string;
	code: string;
	building_id: string;
	owner_id: string;
	operation_id: string | null;
	erp: number;
	unit: string | null;
	floor: number | null;
	rooms: number | null;
	net_area_dm2: number | null;
	cadastral_area_dm2: number | null;
	rent_cents: number | null;
	energy_class: string | null;
	inner_door_mm: number | null;
	corridor_mm: number | null;
	turning_mm: number | null;
	wc_side_mm: number | null;
	wc_front_mm: number | null;
	shower_floor_level: number | null;
	measured_on: string | null;
	search: string;
	synthetic: number;
	created_at: string;
};

export type DwellingEventsTable = {
	id: string;
	dwelling_id: string;
	event: MilestoneEvent;
	at: string;
	account_id: string | null;
	document: string | null;
	/** Who answers for the act: the works director or the tester who signed the certificate. */
	signed_by: string | null;
	source: string | null;
};
