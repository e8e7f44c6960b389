import {
	unsurveyedBuilding,
	unsurveyedDwelling,
	type buildingFeatures,
	type dwellingFeatures,
	type ValuesOf
} from './features';
import type { Route } from './route';

/** The known measures of a building and of a dwelling: lengths in mm, null if unknown. */
export type BuildingMeasures = ValuesOf<typeof buildingFeatures> & { readonly route: Route | null };
export type DwellingMeasures = ValuesOf<typeof dwellingFeatures>;

/** Everything that the fit and the class are computed from. */
export type Measures = BuildingMeasures &
	DwellingMeasures & {
		/** 0 is the ground floor. */
		readonly floor: number | null;
		readonly rooms: number | null;
		/** The decree asks for a larger lift in newer buildings. */
		readonly builtYear: number | null;
	};

/** A dwelling of which nothing is known. */
export const nothingMeasured: Measures = {
	...unsurveyedBuilding,
	...unsurveyedDwelling,
	floor: null,
	rooms: null,
	builtYear: null
};
