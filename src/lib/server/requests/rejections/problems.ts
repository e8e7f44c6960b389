import { m } from '$lib/paraglide/messages';
import { formatDateTime, formatDeadline } from '$lib/words/format';
import type { Decided, Notified } from './service';

type Problem = Extract<Notified | Decided, { ok: false }>;

const problems = {
	'not-allowed': m.rejection_not_allowed,
	'unknown-request': m.rejection_unknown_request,
	'unknown-rejection': m.rejection_unknown,
	'already-ended': m.rejection_already_ended,
	'has-offer': m.rejection_has_offer,
	'decision-missing': m.rejection_decision_missing
} as const;

/** The sentence for each thing that can stop a notice of rejection or an exclusion. */
export function rejectionProblem(found: Problem): string {
	if (found.problem === 'too-early') return m.rejection_too_early({ deadline: formatDeadline(found.deadline) });
	if (found.problem === 'closed-already')
		return m.rejection_closed_already({ who: found.who, when: formatDateTime(found.at) });
	if (found.problem === 'replaced') return m.rejection_replaced({ code: found.code });
	if (found.problem === 'open-already') {
		const { who, at, deadline } = found;
		return m.rejection_open_already({ who, when: formatDateTime(at), deadline: formatDeadline(deadline) });
	}
	return problems[found.problem]();
}
