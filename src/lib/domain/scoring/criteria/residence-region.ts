import { criterion } from '../criterion';
import { residencePoints, residenceSteps } from '../residence-points';

/** Years of residence in Lombardy. */
export const residenceRegion = criterion('residenceRegion', {
	subscore: 'residence',
	numbers: residenceSteps,
	facts: ['regionSince'],
	evenIfBlank: ['earlierResidence'],
	count: ({ residence, today }, { steps }) => residencePoints(residence.region, steps, today)
});
