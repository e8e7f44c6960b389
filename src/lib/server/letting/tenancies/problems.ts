import type { Obstacle } from '$lib/domain/offers/gate';
import { m } from '$lib/paraglide/messages';
import { obstacleNames } from '$lib/words/obstacle-text';

const sentences = {
	'not-allowed': () => m.offer_not_allowed(),
	'unknown-tenancy': () => m.tenancy_unknown(),
	'tenancy-ended': () => m.tenancy_ended_problem(),
	'in-the-future': () => m.tenancy_in_the_future(),
	'before-the-step-before': () => m.tenancy_before_the_step_before(),
	'step-missing': () => m.tenancy_step_missing(),
	'already-done': () => m.tenancy_already_done()
} as const;

type Found =
	| { readonly problem: keyof typeof sentences }
	| { readonly problem: 'held-back'; readonly obstacles: readonly Obstacle[] };

/** The sentence for each thing that can stop a step of a tenancy. */
export function tenancyProblem(found: Found): string {
	if (found.problem === 'held-back') return m.tenancy_held_back({ why: obstacleNames(found.obstacles) });
	return sentences[found.problem]();
}
