import { m } from '$lib/paraglide/messages';

/** The sentence for each thing that can stop a round. */
export const roundProblems = {
	'not-allowed': () => m.round_not_allowed(),
	'unknown-notice': () => m.round_unknown(),
	'unknown-round': () => m.round_unknown(),
	preconditions: () => m.round_preconditions_missing(),
	'version-awaits-publication': () => m.round_awaits_publication(),
	'nothing-changed': () => m.round_nothing_changed(),
	'chain-failed': () => m.round_chain_failed(),
	'changed-meanwhile': () => m.round_changed_meanwhile(),
	'same-person': () => m.round_same_person(),
	'already-approved': () => m.round_already_approved(),
	'newer-version': () => m.round_newer_version(),
	'not-approved': () => m.round_not_approved()
} as const;
