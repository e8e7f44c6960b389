import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';

/** Another person was faster: their name, and when. */
export type Overtaken<Problem extends string> = {
	readonly ok: false;
	readonly problem: Problem;
	readonly who: string;
	readonly at: Instant;
};

const problems = {
	'not-allowed': () => m.round_not_allowed(),
	'unknown-notice': () => m.round_unknown(),
	'unknown-round': () => m.round_unknown(),
	preconditions: () => m.round_preconditions_missing(),
	'nothing-changed': () => m.round_nothing_changed(),
	'chain-failed': () => m.round_chain_failed(),
	'contests-open': () => m.round_contests_open(),
	'changed-meanwhile': () => m.round_changed_meanwhile(),
	'same-person': () => m.round_same_person(),
	'not-approved': () => m.round_not_approved(),
	'home-left': () => m.round_home_left(),
	'household-protected': () => m.round_household_protected()
} as const;

const overtaken = {
	'version-awaits-publication': m.round_awaits_publication,
	'prepared-meanwhile': m.round_prepared_meanwhile,
	'already-approved': m.round_already_approved,
	'newer-version': m.round_newer_version
} as const;

export type RoundProblem =
	| { readonly problem: keyof typeof problems }
	| Pick<Overtaken<keyof typeof overtaken>, 'problem' | 'who' | 'at'>;

/** The sentence for each thing that can stop a round. */
export function roundProblem(found: RoundProblem): string {
	if ('who' in found) return overtaken[found.problem]({ who: found.who, when: formatDateTime(found.at) });
	return problems[found.problem]();
}
