import { criterion } from '../criterion';
import { residencePoints } from '../residence-points';

/** Years of residence in Lombardy. */
export const residenceRegion = criterion('residenceRegion', 'residence', ({ residence, today }, { steps }) =>
	residencePoints(residence.region, steps, today)
);
