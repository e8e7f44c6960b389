import { criterion } from '../criterion';
import { residencePoints } from '../residence-points';

/** Years of residence in the municipality of the notice. */
export const residenceMunicipality = criterion(
	'residenceMunicipality',
	'residence',
	({ residence, today }, { steps }) => residencePoints(residence.municipality, steps, today)
);
