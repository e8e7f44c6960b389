import type { MilestoneProblem } from '$lib/domain/programme/decide-milestone';
import { m } from '$lib/paraglide/messages';
import type { FlatDoubt } from '$lib/domain/plausibility/flat-rules';
import { stopped, type AskedAgain } from '$lib/server/platform/forms/doubtful';
import { flatDoubtText } from '$lib/words/doubts/flat-doubt-text';
import { formatDate } from '$lib/words/format';
import type { RecordedMilestone } from './dwelling';
import type { EditProblem } from './edit-service';

/** The sentences for what the register refuses. */
export const registerProblems = {
	'not-allowed': m.register_problem_not_allowed,
	'dwelling-code-taken': m.register_problem_dwelling_code_taken,
	'building-code-taken': m.register_problem_building_code_taken,
	'building-unknown': m.register_problem_building_unknown
};

const milestones: Record<MilestoneProblem | 'not-allowed' | 'dwelling-unknown' | 'two-persons', () => string> = {
	'not-allowed': m.register_problem_not_allowed,
	'dwelling-unknown': m.register_problem_dwelling_unknown,
	'milestone-already-recorded': m.milestone_problem_already_recorded,
	'dwelling-withdrawn': m.milestone_problem_withdrawn,
	'dwelling-held': m.milestone_problem_held,
	'milestone-out-of-order': m.milestone_problem_order,
	'date-in-future': m.milestone_problem_future,
	'date-before-previous': m.milestone_problem_before,
	'two-persons': m.removal_milestone_second
};

/** The field of the form that each problem is about; the others are about the act as a whole. */
export const milestoneFields: Partial<Record<MilestoneProblem, string>> = {
	'date-in-future': 'on',
	'date-before-previous': 'on'
};

type RefusedMilestone =
	| { readonly problem: keyof typeof milestones; readonly first?: RecordedMilestone }
	| { readonly problem: 'dwelling-promised'; readonly notices: readonly string[] };

/** The sentence for a milestone that was refused, with the notice or the person who came first where there is one. */
export function milestoneSentence(refused: RefusedMilestone): string {
	if (refused.problem === 'dwelling-promised')
		return m.removal_milestone_promised({ notices: refused.notices.join(', ') });
	const { problem, first } = refused;
	if (problem !== 'milestone-already-recorded' || !first?.accountName) return milestones[problem]();
	return m.milestone_problem_already_recorded_by({ name: first.accountName, date: formatDate(first.at) });
}

/** What a form of the register shows when a change was refused: by field where an open notice promises the fact. */
export function editRefusal(refused: EditProblem): {
	errors: Record<string, string>;
	problem: string | undefined;
	stale: undefined;
	doubts?: AskedAgain[];
} {
	if (refused.problem === 'doubtful') return { ...doubtfulFlat(refused), stale: undefined };
	if (refused.problem === 'certified') {
		const frozen = Object.fromEntries(refused.fields.map((field) => [field, m.register_certified_field()]));
		return { errors: frozen, problem: undefined, stale: undefined };
	}
	if (refused.problem !== 'promised') {
		const sentence = { ...registerProblems, ...editProblems }[refused.problem]();
		return { errors: {}, problem: sentence, stale: undefined };
	}
	const promised = m.register_promised_field({ notices: refused.notices.join(', ') });
	// The form names the building by its code.
	const named = refused.fields.map((field) => (field === 'buildingId' ? 'buildingCode' : field));
	return { errors: Object.fromEntries(named.map((field) => [field, promised])), problem: undefined, stale: undefined };
}

/** What a form of the register shows of doubts. */
export const doubtfulFlat = ({ doubts }: { readonly doubts: readonly FlatDoubt[] }) => ({
	...stopped(doubts, flatDoubtText, ({ fields }) => fields[0]!),
	problem: undefined
});

const editProblems = { stale: m.register_stale, 'dwelling-unknown': m.register_problem_dwelling_unknown };
