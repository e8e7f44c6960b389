import { m } from '$lib/paraglide/messages';
import type { Moved } from './clock-move';

type ClockProblem = Exclude<Moved, { ok: true }>['problem'] | 'not-a-demo' | 'no-world';

/** Why the clock did not move, for the page. */
export const clockProblems: Readonly<Record<ClockProblem, () => string>> = {
	'not-a-demo': () => m.demo_problem_not_a_demo(),
	'no-world': () => m.demo_problem_no_world(),
	'no-deadline-ahead': () => m.demo_problem_no_deadline_ahead(),
	'clock-too-far': () => m.demo_problem_clock_too_far()
};
