import { m } from '$lib/paraglide/messages';
import { factName } from '$lib/words/verification-text';
import { checkActName } from '$lib/words/verification-text';
import { formatDateTime } from '$lib/words/format';
import type { Answered } from './answer-service';
import { MOST_DAYS, type Checked } from './check-service';

type Problem = Extract<Checked | Answered, { ok: false }>;

const problems: Readonly<Record<Exclude<Problem['problem'], 'changed'>, () => string>> = {
	'not-allowed': m.check_not_allowed,
	'unknown-request': m.check_unknown_request,
	'not-opened': m.check_not_opened,
	'already-ended': m.check_already_ended,
	'not-asked': m.check_not_asked,
	'nothing-declared': m.check_nothing_declared,
	'same-value': m.check_same_value,
	'wrong-value': m.check_value_missing,
	'not-found': m.check_unknown_request,
	'nothing-asked': m.check_nothing_asked,
	deadline: () => m.check_deadline_error({ days: MOST_DAYS }),
	erased: m.check_erased
};

/** The sentence for each thing that can stop an act about a fact. */
export function checkProblem(found: Problem): string {
	if (found.problem !== 'changed') return problems[found.problem]();
	const { fact, act, by, at } = found.theirs;
	const what = { fact: factName(fact), act: checkActName[act]() };
	return m.check_changed({ ...what, who: by.name, when: formatDateTime(at) });
}
