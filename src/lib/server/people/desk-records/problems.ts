import { m } from '$lib/paraglide/messages';
import type { OpenProblem } from './open-record';

/** The sentence for each thing that can stop a record at the desk. */
export const deskRecordProblems: Readonly<Record<OpenProblem['problem'], () => string>> = {
	'not-allowed': m.desk_record_not_allowed,
	'not-found': m.desk_record_not_found,
	known: m.desk_record_known,
	'has-account': m.desk_record_has_account,
	'is-member': m.desk_record_is_member,
	'heard-to-come': m.desk_record_to_come,
	'evidence-missing': m.at_desk_evidence_error
};
