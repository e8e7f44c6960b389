import type { Instant } from '../calendar/instant';
import { firstRoundFrom, quicknet } from '../draw/drand';
import type { Standing } from '../verification/checklist';

/**
 * The result of a control. confirmed: every fact is as declared. corrected: some fact is otherwise or not proven. false-declared: the
 * same, and the declaration was false (D.P.R. 445/2000 art. 75 and 76); the request then takes a notice of rejection.
 */
export const controlOutcomes = ['confirmed', 'corrected', 'false-declared'] as const;
export type ControlOutcome = (typeof controlOutcomes)[number];

/** Why a control cannot end so: facts are still to be checked, some fact was changed, or none was. */
export type ControlProblem = 'not-checked' | 'facts-changed' | 'no-fact-changed';

/** Whether a control may end with this result. `changed`: some fact was corrected or is not proven. */
export function judgeControl(
	outcome: ControlOutcome,
	{ standing, changed }: { readonly standing: Standing; readonly changed: boolean }
): ControlProblem | null {
	if (standing === 'open') return 'not-checked';
	if (outcome === 'confirmed') return changed || standing === 'failed' ? 'facts-changed' : null;
	return changed ? null : 'no-fact-changed';
}

/** The minutes between a confirmation and its public number, so that a clock that is a little wrong gives nobody a choice. */
const APART_MINUTES = 10;

/** The round of drand that seeds a sample: the first from some minutes after a second person confirmed it. Nobody knows it then. */
export const seedRound = (confirmedAt: Instant): number =>
	firstRoundFrom(quicknet, new Date(Date.parse(confirmedAt) + APART_MINUTES * 60_000).toISOString());
