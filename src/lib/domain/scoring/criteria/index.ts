import type { Criterion } from '../criterion';
import { economicHardship } from './economic-hardship';
import { elderly } from './elderly';
import { eviction } from './eviction';
import { minorChildren } from './minor-children';
import { noHome } from './no-home';
import { overcrowding } from './overcrowding';
import { residenceMunicipality } from './residence-municipality';
import { residenceRegion } from './residence-region';
import { severeDisability } from './severe-disability';
import { singleParent } from './single-parent';
import { unhealthyHome } from './unhealthy-home';

/** Every criterion, in the order in which score lines are shown. */
export const criteria: readonly Criterion[] = [
	minorChildren,
	singleParent,
	elderly,
	severeDisability,
	eviction,
	noHome,
	unhealthyHome,
	overcrowding,
	economicHardship,
	residenceRegion,
	residenceMunicipality
];
