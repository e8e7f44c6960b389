import { m } from '$lib/paraglide/messages';
import { formatDateTime } from '$lib/words/format';
import type { RemovalProblem } from './service';

const problems = {
	'not-allowed': m.register_problem_not_allowed,
	'dwelling-unknown': m.register_problem_dwelling_unknown,
	'removal-unknown': m.removal_problem_unknown,
	'same-person': m.removal_problem_same_person,
	'in-listing': m.removal_problem_listing,
	'date-in-future': m.removal_problem_future,
	'happened-already': m.removal_problem_happened,
	'closed-already': m.removal_problem_closed,
	'not-lasting': m.removal_problem_not_lasting
} as const;

/** The sentence for each thing that can stop a removal. */
export function removalProblem(found: RemovalProblem): string {
	if (found.problem === 'contract') return m.removal_problem_contract({ notice: found.notice });
	if (found.problem === 'promised') return m.removal_problem_promised({ notice: found.notice });
	if (found.problem === 'removal-waits')
		return m.removal_problem_waits({ who: found.who, when: formatDateTime(found.at) });
	return problems[found.problem]();
}
