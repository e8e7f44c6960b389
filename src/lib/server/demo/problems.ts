import type { Moved } from './clock-move';
import type { Loaded } from './load';

export type DemoProblem = Exclude<Loaded | Moved, { ok: true }>['problem'] | 'not-a-demo' | 'no-world';

/** For the command line, which speaks English; the page says them in the reader's language. */
export const sentences: Readonly<Record<DemoProblem, string>> = {
	'not-a-demo': 'This is not a demo: set CHIAVI_DEMO=1. Demo accounts have public passwords and the clock moves.',
	'world-already-there': 'A demo world is loaded already: "demo reset" throws everything away and loads it again.',
	'portal-not-empty': 'This portal has accounts already: the demo world is loaded into an empty one only.',
	'no-world': 'No demo world is loaded: "demo load" loads it.',
	'no-deadline-ahead': 'No notice closes and no offer expires after now: move the clock by days.',
	'clock-too-far': 'The clock is more than a year ahead already: "demo clock reset" brings it back.'
};
