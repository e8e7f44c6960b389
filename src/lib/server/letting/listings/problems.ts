import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';
import { rentProblems } from './rent-problems';

const sentences = {
	...rentProblems,
	'not-allowed': m.landlord_problem_not_allowed,
	'not-found': m.landlord_problem_not_found,
	'already-sent': m.landlord_problem_already_sent,
	'step-missing': m.landlord_problem_step_missing,
	'contact-missing': m.landlord_problem_contact_missing,
	'rent-above-maximum': m.landlord_problem_rent_above_maximum,
	'rent-maximum-missed': m.landlord_problem_rent_maximum_missed,
	stale: m.landlord_problem_stale,
	doubtful: m.doubt_title,
	'too-late': m.landlord_problem_too_late,
	'already-moved-on': m.landlord_problem_already_moved_on,
	'inspection-in-the-future': m.landlord_problem_inspection_in_the_future,
	'inspection-before-sending': m.landlord_problem_inspection_before_sending,
	'not-suggested': m.landlord_problem_not_suggested,
	'already-proposed': m.landlord_problem_already_proposed,
	'isee-too-high': m.landlord_problem_isee_too_high,
	'already-asked': m.landlord_problem_already_asked,
	'home-held': m.landlord_problem_home_held,
	'home-already-held': m.landlord_problem_home_already_held,
	'listing-closed': m.landlord_problem_listing_closed,
	'home-gone': m.landlord_problem_home_gone,
	'proposal-ended': m.landlord_problem_proposal_ended,
	'not-held': m.landlord_problem_not_held,
	'hold-ended': m.landlord_problem_hold_ended,
	'already-done': m.landlord_problem_already_done,
	'in-the-future': m.landlord_problem_in_the_future,
	'before-the-step-before': m.landlord_problem_before_the_step_before
} satisfies Record<string, () => string>;

export type LandlordProblem = keyof typeof sentences;

/** The sentence for a problem, in the reader's language. */
export const landlordProblem = (problem: LandlordProblem): string => sentences[problem]();

/** Says that another person was first, and when if it is known. It does not say who. */
export const firstComer = (since: string | null): string =>
	since
		? m.landlord_problem_home_already_held_since({ date: formatDateTime(since) })
		: sentences['home-already-held']();
