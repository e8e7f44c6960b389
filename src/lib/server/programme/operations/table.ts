export type ProgrammesTable = {
	id: string;
	name: string;
	cci: string;
	eligible_until: string;
	resources_cents: number;
	resources_source: string;
};

export type OperationsTable = {
	id: string;
	position: number;
	name_it: string;
	code: string | null;
	facts: string | null;
};

export type OperationLinesTable = {
	id: string;
	operation_id: string;
	kind: 'services' | 'works' | 'grants';
	axis: number | null;
	name_it: string;
	pon_cents: number | null;
	total_cents: number | null;
	paid_cents: number | null;
	status: string | null;
	starts_on: string | null;
	ends_on: string | null;
	source: string | null;
	note: string | null;
};

export type IndicatorsTable = {
	code: string;
	position: number;
	fund: string;
	axis: number;
	name_it: string;
	name_en: string;
	unit: string;
	target_2018: number | null;
	target_2023: number | null;
};
