import type { Generated } from 'kysely';

/** People who may be one, as the portal found them and the staff decided. `outcome`: null until somebody decides (adr 44). */
export type DuplicateClustersTable = {
	id: string;
	/** `phone`: only a number links them. */
	kind: 'people' | 'phone';
	/** The earliest of its people, which tells an undecided cluster from the others of its kind. */
	first_person: string;
	/** The kinds of evidence, as JSON. */
	evidence: string;
	/** Of the people and what links them: the same digest is the same cluster. */
	digest: string;
	revision: Generated<number>;
	found_at: string;
	outcome: Generated<'same' | 'apart' | null>;
	/** Why it was decided so; under a key of its own, because it may name several people. */
	reason_sealed: Generated<string | null>;
	decided_by: Generated<string | null>;
	decided_at: Generated<string | null>;
};

/** A person of a cluster. `evidence`: what links this one to others, as JSON (`Evidence`). */
export type DuplicatePersonsTable = {
	cluster_id: string;
	person_id: string;
	evidence: string;
};
