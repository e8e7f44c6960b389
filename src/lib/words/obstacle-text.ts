import type { Obstacle } from '$lib/domain/offers/gate';
import { m } from '$lib/paraglide/messages';
import { formatDeadline } from './format';
import { hindranceName } from './removal-text';

/** Why a household may not have a home now, in a few words. */
export function obstacleName(obstacle: Obstacle): string {
	if (obstacle.because === 'rejection-open') return m.obstacle_rejection({ until: formatDeadline(obstacle.until) });
	if (obstacle.because === 'request-ended') return m.obstacle_request_ended();
	if (obstacle.because === 'other-home') return m.obstacle_other_home();
	if (obstacle.because === 'not-verified') return m.obstacle_not_verified();
	if (obstacle.because === 'requirement-missing') return m.obstacle_requirement_missing();
	if (obstacle.because === 'change-open') return m.obstacle_change_open();
	if (obstacle.because === 'without-applicant') return m.obstacle_without_applicant();
	if (obstacle.because === 'wrong-size') return m.obstacle_wrong_size();
	return hindranceName(obstacle.because);
}

/** All of them in one line. */
export const obstacleNames = (obstacles: readonly Obstacle[]): string => obstacles.map(obstacleName).join('; ');
