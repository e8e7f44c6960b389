import { wholeYears } from '../../household/age';
import { criterion } from '../criterion';

/** Points for each member under 18, up to a maximum. */
export const minorChildren = criterion('minorChildren', 'family', ({ household, today }, { each, max }) => {
	const minors = household.members.filter((member) => wholeYears(member.birthDate, today) < 18).length;
	return { points: Math.min(minors * each, max), because: { minors } };
});
