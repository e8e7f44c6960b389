import { criterion } from '../criterion';
import { residencePoints } from '../residence-points';

/** Years of residence in Lombardy. */
export const residenceRegion = criterion('residenceRegion', 'residence', ({ household, today }, { steps }) =>
	residencePoints(household.regionSince, steps, today)
);
