import { requirementOrder, type Requirement, type RequirementId } from '../requirement';
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

const byId: Readonly<Record<RequirementId, Requirement>> = {
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
};

/** Every requirement, in order. A new one: its file, a line here and in the order, its rule in `EligibilityRules`. */
export const requirements: readonly Requirement[] = requirementOrder.map((id) => byId[id]);
