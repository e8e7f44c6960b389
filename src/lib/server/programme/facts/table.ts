import type { Certainty, Observation, StatementKind } from '$lib/domain/programme/observation';

export type SourcesTable = {
	id: string;
	title: string;
	publisher: string;
	url: string | null;
	/** A day, a month or a year. */
	dated: string | null;
	note_it: string | null;
	note_en: string | null;
};

export type ObservationsTable = {
	id: string;
	about: 'programme' | 'all_cities' | 'operation' | 'line' | 'place' | 'indicator';
	about_id: string;
	position: number;
	/** A key of the vocabulary of the published file. */
	what: string;
	unit: Observation['unit'];
	/** Cents for money. */
	value: number;
	rounded: number;
	as_of: string | null;
	source_id: string;
	certainty: Certainty;
	note_it: string | null;
	note_en: string | null;
	recorded_at: string;
	/** The account that entered it; null for the published file. */
	account_id: string | null;
};

export type StatementsTable = {
	id: string;
	/** Null for the programme as a whole. */
	operation_id: string | null;
	kind: StatementKind;
	position: number;
	text_it: string;
	text_en: string;
	as_of: string | null;
	source_id: string | null;
	certainty: Certainty | null;
	note_it: string | null;
	note_en: string | null;
};
