import { assets } from './assets';
import { citizenship } from './citizenship';
import { emergency } from './emergency';
import { isee } from './isee';
import { iseeInForce } from './isee-in-force';
import { noAdequateHome } from './no-adequate-home';
import { noLostDwelling } from './no-lost-dwelling';
import { noSquatting } from './no-squatting';
import { noUnpaidArrears } from './no-unpaid-arrears';
import { residenceOrWork } from './residence-or-work';
import { seriousHandicap } from './serious-handicap';

/** Every requirement, in the order of the pages. What rule sets may ask follows from this list. */
export const requirements = [
	isee,
	iseeInForce,
	assets,
	residenceOrWork,
	citizenship,
	noAdequateHome,
	noLostDwelling,
	noUnpaidArrears,
	noSquatting,
	seriousHandicap,
	emergency
] as const;
