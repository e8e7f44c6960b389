import { criterion } from '../criterion';

/** A member who has reached the age of the rule set. */
export const elderly = criterion('elderly', 'family', ({ ages }, { age, points }) =>
	ages.some((years) => years >= age) ? { points, because: { age } } : null
);
