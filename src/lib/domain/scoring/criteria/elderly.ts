import { wholeYears } from '../../household/age';
import { criterion } from '../criterion';

/** A member who has reached the age of the rule set. */
export const elderly = criterion('elderly', 'family', ({ household, today }, { age, points }) =>
	household.members.some((member) => wholeYears(member.birthDate, today) >= age) ? { points, because: { age } } : null
);
