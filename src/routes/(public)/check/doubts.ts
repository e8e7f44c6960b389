import { dayOf } from '$lib/domain/calendar/deadline';
import {
	fieldOfDoubt,
	householdDoubts,
	stopsPart,
	type HouseholdDoubt
} from '$lib/domain/plausibility/household-doubts';
import { now } from '$lib/server/clock';
import { stopped } from '$lib/server/platform/forms/doubtful';
import { householdDoubtText } from '$lib/words/doubts/household-doubt-text';
import type { CheckValues } from './carried';
import { toldSoFar } from './read-step';
import { partOfStep, questionSteps, type QuestionStep } from './steps';

/** Everything doubtful in the answers so far. */
export const doubtsIn = (values: CheckValues): HouseholdDoubt[] => householdDoubts(toldSoFar(values), dayOf(now()));

const shown = (doubts: readonly HouseholdDoubt[]) => stopped(doubts, householdDoubtText, fieldOfDoubt);

/** What a page asks about before the visitor goes on; null where it asks nothing. */
export function stopAt(step: QuestionStep, values: CheckValues) {
	const doubts = doubtsIn(values).filter((doubt) => stopsPart(doubt, partOfStep[step]));
	return doubts.length > 0 ? shown(doubts) : null;
}

/** The first page whose answers cannot be, with what is wrong there; null where all can be. */
export function firstImpossible(values: CheckValues) {
	const refused = doubtsIn(values).filter(({ level }) => level === 'refuse');
	const step = questionSteps.find((one) => refused.some((doubt) => stopsPart(doubt, partOfStep[one])));
	return step ? { step, ...shown(refused.filter((doubt) => stopsPart(doubt, partOfStep[step]))) } : null;
}
