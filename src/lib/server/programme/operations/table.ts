export type ProgrammesTable = {
	id: string;
	name: string;
	cci: string;
	decision: string | null;
	decision_date: string | null;
	eligible_until: string;
	eligible_source: string | null;
	eligible_note_it: string | null;
	eligible_note_en: string | null;
	/** The day of the file that the facts were read from; null before they were read. */
	facts_of: string | null;
};

export type OperationsTable = {
	id: string;
	position: number;
	name_it: string;
};

export type OperationLinesTable = {
	id: string;
	operation_id: string;
	kind: 'services' | 'works' | 'grants';
	axis: number | null;
	name_it: string;
	subtitle: string | null;
	code: string | null;
	code_note_it: string | null;
	code_note_en: string | null;
	fund: string | null;
	status: string | null;
	status_note_it: string | null;
	status_note_en: string | null;
	starts_on: string | null;
	ends_on: string | null;
	/** Codes of the public investment (CUP), with a space between. */
	cup: string | null;
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
	source_id: string | null;
	certainty: string | null;
	/** Which operations make up the target, as far as it is known. */
	composition_it: string | null;
	composition_en: string | null;
};
