import type { ReadSubject } from '$lib/domain/person/read-subject';

/** Somebody of the staff opened the names and contacts of a person, for one file, on one day. */
export type ReadingsTable = {
	id: string;
	/** Null for a request of a household of which no person is known. */
	person_id: string | null;
	reader_id: string;
	subject_type: ReadSubject['type'];
	subject_id: string;
	/** The day in Milan: the same file opened again on that day is the same reading. */
	day: string;
	at: string;
	/** Sealed with the person's key; null where no reason is asked for. */
	reason: string | null;
};
