import { m } from '$lib/paraglide/messages';
import { formatDateTime, formatDeadline } from '$lib/words/format';
import type { OfferState } from '$lib/domain/offers/offer-state';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Obstacle } from '$lib/domain/offers/gate';
import { obstacleNames } from '$lib/words/obstacle-text';
import { openingHours, VIEWING_MINUTES } from '$lib/domain/offers/viewing-times';
import type { DwellingTaken } from './who-won';

const states: Record<OfferState, () => string> = {
	made: () => m.offer_state_made(),
	accepted: () => m.offer_state_accepted(),
	refused: () => m.offer_state_refused(),
	expired: () => m.offer_state_expired(),
	withdrawn: () => m.offer_state_withdrawn()
};

const problems = {
	'not-allowed': () => m.offer_not_allowed(),
	'unknown-round': () => m.round_unknown(),
	'not-published': () => m.offer_not_published(),
	'not-final': () => m.offer_not_final(),
	'newer-version': () => m.offer_newer_version(),
	'nothing-to-offer': () => m.offer_nothing_to_offer(),
	'unknown-offer': () => m.offer_unknown(),
	'other-home': () => m.offer_other_home(),
	'request-ended': () => m.offer_request_ended(),
	'offer-expired': () => m.offer_expired_problem(),
	'slot-in-the-past': () => m.offer_slot_in_the_past(),
	'hour-skipped': () => m.viewing_hour_skipped(),
	'offer-over': () => m.viewing_offer_over(),
	'too-far': () => m.viewing_too_far(),
	'closed-day': () => m.viewing_closed_day(),
	'outside-hours': () => m.viewing_outside_hours(openingHours),
	'slot-overlaps': () => m.viewing_overlaps({ minutes: VIEWING_MINUTES }),
	'slot-taken': () => m.offer_slot_taken(),
	'heard-to-come': () => m.at_desk_problem_to_come(),
	'answer-before-offer': () => m.at_desk_problem_before(),
	'answer-after-deadline': () => m.at_desk_problem_after(),
	'evidence-missing': () => m.at_desk_evidence_error(),
	'list-changed': () => m.offer_list_changed(),
	'home-left-ranking': () => m.offer_home_left_ranking()
} as const;

type HeldOffer = { problem: 'held-back'; obstacles: readonly Obstacle[] };
type TooLate = { problem: 'after-deadline'; deadline: Instant };
type Problem =
	| { problem: keyof typeof problems }
	| TooLate
	| HeldOffer
	| { problem: 'already-answered'; state: OfferState }
	| DwellingTaken;

/** The sentence for each thing that can stop an act on an offer. */
export function offerProblem(found: Problem): string {
	if (found.problem === 'held-back') return m.offer_held_back({ why: obstacleNames(found.obstacles) });
	if (found.problem === 'after-deadline') return m.viewing_after_deadline({ deadline: formatDeadline(found.deadline) });
	if (found.problem === 'already-answered') return m.offer_already_answered({ state: states[found.state]() });
	if (found.problem === 'dwelling-already-offered')
		return m.offer_dwelling_taken({
			dwelling: found.dwellingCode,
			who: found.madeBy,
			when: formatDateTime(found.madeAt)
		});
	return problems[found.problem]();
}
