import { dayOf } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import type { Household } from '../household/household';
import type { Change } from './change';

/** Why a change cannot be told. before-sending: the request itself is to be corrected. */
export type ChangeProblem = 'to-come' | 'before-sending' | 'unknown-member' | 'applicant-leaves' | 'nothing-recognised';

/**
 * The first fault of a change of a household; null where there is none. A change happens from the day of sending on: what was
 * otherwise before is a fact of the request, which the office corrects.
 */
export function judgeChange(
	change: Change,
	{ members }: Pick<Household, 'members'>,
	submittedAt: Instant,
	now: Instant
): ChangeProblem | null {
	if (change.on > dayOf(now)) return 'to-come';
	if (change.on < dayOf(submittedAt)) return 'before-sending';
	const known = (member: string) => members.some(({ id }) => id === member);
	if (change.kind === 'separation') {
		if (change.members.length === 0 || !change.members.every(known)) return 'unknown-member';
		const leaves = members.some(({ id, relation }) => relation === 'applicant' && change.members.includes(id));
		return leaves ? 'applicant-leaves' : null;
	}
	if ((change.kind === 'death' || change.kind === 'disability') && !known(change.member)) return 'unknown-member';
	if (change.kind !== 'disability') return null;
	return change.percent === null && !change.serious && !change.attendanceAllowance ? 'nothing-recognised' : null;
}
