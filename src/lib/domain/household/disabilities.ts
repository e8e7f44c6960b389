import type { HealthFacts } from '../accessibility/needs';

/** Whether a member has a serious handicap (L. 104/1992 art. 3(3)), declared for the household or for one member. */
export function hasSeriousHandicap({ severeDisability, disabilities }: HealthFacts): boolean {
	return severeDisability || disabilities?.some(({ serious }) => serious) === true;
}

/** The highest percentage of civil disability in the household; 0 when none was declared. */
export function highestDisability({ disabilities }: HealthFacts): number {
	return Math.max(0, ...(disabilities ?? []).map(({ percent }) => percent ?? 0));
}
