import type { Measures } from '../accessibility/measures';
import type { Dwelling } from './dwelling';

/** Everything that a fit or a class is worked out from, of a dwelling of the register and its building. */
export const measuresOf = (dwelling: Dwelling): Measures => ({
	...dwelling.building,
	...dwelling,
	builtYear: dwelling.building.builtYear
});
