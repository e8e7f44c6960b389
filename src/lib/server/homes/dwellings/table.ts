import type { BuildingMeasureColumns, DwellingMeasureColumns } from './measure-columns';

export type BuildingsTable = BuildingMeasureColumns & {
	id: string;
	code: string;
	street: string | null;
	street_number: string | null;
	municipality: string;
	district: string | null;
	rent_zone: number | null;
	floors: number | null;
	built_year: number | null;
	measured_on: string | null;
	measured_by: string | null;
	synthetic: number;
	created_at: string;
};

export type DwellingsTable = DwellingMeasureColumns & {
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
	measured_on: string | null;
	measured_by: string | null;
	search: string;
	synthetic: number;
	created_at: string;
};

export type DwellingEventsTable = {
	id: string;
	dwelling_id: string;
	/** `declared`: a source reports the dwelling restored. */
	event: 'identified' | 'declared' | 'let_before_portal' | 'withdrawn';
	at: string;
	account_id: string | null;
	document: string | null;
	signed_by: string | null;
	source: string | null;
};

/**
 * A survey: the surveyor, the findings, the day and the method. It never changes. The latest survey with a feature
 * gives its current value.
 */
export type SurveysTable = {
	id: string;
	/** One of the two. */
	building_id: string | null;
	dwelling_id: string | null;
	how: 'measured' | 'declared';
	/** The day of the measuring. */
	taken_on: string | null;
	surveyor: string | null;
	/** The account that recorded it. */
	account_id: string | null;
	/** JSON of Findings. */
	findings: string;
	recorded_at: string;
};
