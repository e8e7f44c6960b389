import { criterion } from '../criterion';
import { residencePoints, residenceSteps } from '../residence-points';

/** Years of residence in the municipality of the notice. */
export const residenceMunicipality = criterion('residenceMunicipality', {
	subscore: 'residence',
	numbers: residenceSteps,
	facts: ['municipalitySince'],
	evenIfBlank: ['earlierResidence'],
	count: ({ residence, today }, { steps }) => residencePoints(residence.municipality, steps, today)
});
