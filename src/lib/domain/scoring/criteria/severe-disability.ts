import { hasSeriousHandicap } from '../../household/disabilities';
import { criterion } from '../criterion';

/** A member with a recognised severe disability (L. 104/1992 art. 3(3)). */
export const severeDisability = criterion('severeDisability', 'family', ({ health }, { points }) =>
	hasSeriousHandicap(health) ? { points, because: {} } : null
);
