import type { Measures } from '../accessibility/measures';
import type { Dwelling } from './dwelling';

/** All measures of a dwelling of the register and its building that the fit and the class are computed from. */
export const measuresOf = (dwelling: Dwelling): Measures => ({
	...dwelling.building,
	...dwelling,
	builtYear: dwelling.building.builtYear
});
