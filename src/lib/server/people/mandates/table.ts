import type { Generated } from 'kysely';
import type { ConsentAct } from '$lib/domain/mandates/consent';
import type { MandateDays } from '$lib/domain/mandates/duration';
import type { EarlyEnd } from '$lib/domain/mandates/mandate';
import type { Procedure } from '$lib/domain/mandates/acts';

/** A mandate between a person and an organisation. Its state is worked out from the instants (domain/mandates). */
export type MandatesTable = {
	id: string;
	organisation_id: string;
	/** Null until the person of an address without account says yes. */
	account_id: string | null;
	data_key_id: string;
	/** The name and the address that the helper typed. */
	named_sealed: string;
	days: MandateDays;
	proposed_by: string;
	proposed_at: string;
	consented_at: string | null;
	/** Before the yes: the last instant to say it. */
	ends_at: string;
	early_end: EarlyEnd | null;
	early_at: string | null;
	/** When the person was told that it ends soon. */
	reminded_at: Generated<string | null>;
};

/** A procedure that a mandate covers. */
export type MandateAuthorisationsTable = {
	mandate_id: string;
	procedure: Procedure;
	revoked_at: string | null;
};

/** A yes of a person that was asked for, and how it was given. */
export type ConsentsTable = {
	id: string;
	mandate_id: string;
	act: ConsentAct;
	/** What the yes is about, besides the mandate itself. */
	subject_id: string | null;
	/** Keyed hash of the code; null where no code was sent. */
	code_hash: string | null;
	/** Wrong codes that were typed. */
	tries: Generated<number>;
	asked_by: string;
	asked_at: string;
	given_at: string | null;
	way: 'code' | 'page' | 'paper' | null;
	/** The signed sheet, among the documents of the person. */
	document_id: string | null;
};
