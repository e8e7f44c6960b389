import { wholeYears } from '../../household/age';
import { criterion } from '../criterion';

/** One adult alone with one or more minors. */
export const singleParent = criterion('singleParent', 'family', ({ household, today }, { points }) => {
	const adults = household.members.filter((member) => wholeYears(member.birthDate, today) >= 18).length;
	const minors = household.members.length - adults;
	return adults === 1 && minors > 0 ? { points, because: { minors } } : null;
});
