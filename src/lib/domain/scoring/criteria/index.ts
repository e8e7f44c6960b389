import { attendanceAllowance } from './attendance-allowance';
import { disabilityPercent } from './disability-percent';
import { economicHardship } from './economic-hardship';
import { elderly } from './elderly';
import { eviction } from './eviction';
import { homeBarriers } from './home-barriers';
import { minorChildren } from './minor-children';
import { noHome } from './no-home';
import { overcrowding } from './overcrowding';
import { residenceMunicipality } from './residence-municipality';
import { residenceRegion } from './residence-region';
import { severeDisability } from './severe-disability';
import { sharedHome } from './shared-home';
import { singleParent } from './single-parent';
import { unhealthyHome } from './unhealthy-home';

/** Every criterion, in the order in which score lines are shown. What rule sets may hold of it follows from this list. */
export const criteria = [
	minorChildren,
	singleParent,
	elderly,
	severeDisability,
	disabilityPercent,
	attendanceAllowance,
	eviction,
	noHome,
	unhealthyHome,
	homeBarriers,
	overcrowding,
	sharedHome,
	economicHardship,
	residenceRegion,
	residenceMunicipality
] as const;
