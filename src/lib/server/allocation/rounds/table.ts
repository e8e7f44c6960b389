import type { Generated } from 'kysely';
import type { RoundKind } from '$lib/domain/rounds/round-kind';

export type RoundsTable = {
	id: string;
	notice_id: string;
	version: number;
	kind: Generated<RoundKind>;
	data_key_id: string;
	/** `round/1`: it holds points and categories of every household, so it is sealed. */
	input_sealed: string;
	input_hash: string;
	/** `round-result/1`: it says through which set-aside a household is housed, so it is sealed. */
	result_sealed: string;
	result_hash: string;
	/** For a notice without sensitive grounds: the public projection, and the result that anyone recomputes from it. */
	projection: Generated<string | null>;
	projection_hash: Generated<string | null>;
	public_result: Generated<string | null>;
	public_result_hash: Generated<string | null>;
	/** For a notice with sensitive grounds: `round-publication/1`, and what opens its commitments. */
	publication: Generated<string | null>;
	publication_hash: Generated<string | null>;
	secrets_sealed: Generated<string | null>;
	/** What was signed. That of a sealed version is there from its preparation, without the head of the log. */
	statement: Generated<string | null>;
	/** RoundSummary as JSON, so that lists need not open the files. */
	summary: string;
	signature: string | null;
	audit_head: string | null;
	prepared_by: string;
	prepared_at: string;
	approved_by: string | null;
	approved_at: string | null;
	published_at: string | null;
	/** The last request whose household was told of the publication, in the order of ids; the instant when all were. */
	told_up_to: Generated<string | null>;
	told_at: Generated<string | null>;
};
