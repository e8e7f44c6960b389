import type { Requirement } from '../requirement';
import { assets } from './assets';
import { citizenship } from './citizenship';
import { isee } from './isee';
import { noAdequateHome } from './no-adequate-home';
import { noLostDwelling } from './no-lost-dwelling';
import { noSquatting } from './no-squatting';
import { noUnpaidArrears } from './no-unpaid-arrears';
import { residenceOrWork } from './residence-or-work';

/** Every requirement, in the order in which pages list them. A new one: its file, a line here, its rule in `EligibilityRules`. */
export const requirements: readonly Requirement[] = [
	isee,
	assets,
	residenceOrWork,
	citizenship,
	noAdequateHome,
	noLostDwelling,
	noUnpaidArrears,
	noSquatting
];
