import { formatDateTime } from '$lib/words/format';
import type { QuotaProblem } from '$lib/domain/notice/set-asides';
import { m } from '$lib/paraglide/messages';
import type { BeaconProblem } from './beacon-service';
import type { OpeningProblem } from './publication-service';

type DraftProblem =
	| 'unknown-rule-set'
	| 'rules-not-in-force'
	| 'closes-before-it-opens'
	| 'closes-in-the-past'
	| 'beacon-too-early'
	| 'draw-without-name'
	| 'dwelling-not-free'
	| 'not-allowed'
	| 'not-found'
	| 'already-open'
	| 'stale'
	| QuotaProblem;

/** The sentences for a refusal by a use case of notices. */
export const noticeProblems: Record<DraftProblem | OpeningProblem | BeaconProblem | 'signature-wrong', () => string> = {
	'not-allowed': m.notices_problem_not_allowed,
	'not-found': m.notices_problem_not_found,
	'unknown-rule-set': m.notices_problem_unknown_rule_set,
	'rules-not-in-force': m.notices_problem_rules_not_in_force,
	'closes-before-it-opens': m.notices_problem_closes_before_it_opens,
	'closes-in-the-past': m.notices_problem_closes_in_the_past,
	'dwelling-not-free': m.notices_problem_dwelling_not_free,
	'already-open': m.notices_problem_already_open,
	stale: m.notices_problem_stale,
	'two-persons': m.notices_problem_two_persons,
	'no-dwellings': m.notices_problem_no_dwellings,
	'not-closed': m.notices_problem_not_closed,
	'already-recorded': m.notices_problem_already_recorded,
	'beacon-too-early': m.notices_problem_beacon_too_early,
	'draw-without-name': m.notices_problem_draw_without_name,
	'other-source': m.notices_problem_other_source,
	'not-numbers': m.notices_problem_not_numbers,
	'numbers-differ': m.notices_problem_numbers_differ,
	'signature-wrong': m.notices_problem_signature_wrong,
	'public-number-missing': m.notices_problem_public_number,
	'quotas-over-lists': m.notices_problem_quotas_over_lists,
	'quotas-beside-set-asides': m.notices_problem_quotas_beside
};

/** Which notice holds a dwelling, who drafted it and when. */
export const takenSentence = (taken: { dwelling: string; notice: string; by: string | null; at: string }) =>
	m.notices_problem_dwelling_taken({
		dwelling: taken.dwelling,
		notice: taken.notice,
		by: taken.by ?? '—',
		date: formatDateTime(taken.at)
	});
