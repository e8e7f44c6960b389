import type { ControlOutcome } from '$lib/domain/controls/control';
import type { Stratum } from '$lib/domain/controls/sampling-rules';

/** A sample of the requests of a notice for a control, from its proposal on. */
export type ControlSamplesTable = {
	id: string;
	notice_id: string;
	/** `Shares` as JSON. */
	shares: string;
	/** The requests that can be drawn, fixed before the seed is known: a line each, with its code and its group. */
	population: string;
	/** SHA-256 of the population. */
	population_hash: string;
	days_to_check: number;
	proposed_by: string;
	proposed_at: string;
	outcome: 'confirmed' | 'dropped' | null;
	closed_by: string | null;
	closed_at: string | null;
	/** The round of drand that seeds it, set by the confirmation. */
	seed_round: number | null;
	/** The signature of the round, lower-case hexadecimal. It proves the seed. */
	signature: string | null;
	seed: string | null;
	drawn_at: string | null;
};

/** A request that was drawn, once, and the result of its control. What was found stands sealed with the facts. */
export type ControlDrawsTable = {
	application_id: string;
	sample_id: string;
	stratum: Stratum;
	due_at: string;
	outcome: ControlOutcome | null;
	decided_by: string | null;
	decided_at: string | null;
};
