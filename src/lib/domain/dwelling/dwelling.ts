import type { BuildingMeasures, DwellingMeasures } from '../accessibility/measures';
import type { Day } from '../calendar/instant';

/** When something here was last measured or declared, and by whom. A day means that it was measured. */
export type LastSurvey = { readonly measuredOn: Day | null; readonly measuredBy: string | null };

/** A building with its measures. Lengths in mm; null is unknown. */
export type Building = BuildingMeasures &
	LastSurvey & {
		readonly id: string;
		readonly code: string;
		readonly street: string | null;
		readonly streetNumber: string | null;
		readonly municipality: string;
		readonly district: string | null;
		readonly rentZone: number | null;
		readonly floors: number | null;
		readonly builtYear: number | null;
		readonly synthetic: boolean;
	};

/** A flat of a building. Areas in hundredths of a square metre, lengths in mm, money in cents; null is unknown. */
export type Dwelling = DwellingMeasures &
	LastSurvey & {
		readonly id: string;
		readonly code: string;
		readonly building: Building;
		readonly owner: { readonly id: string; readonly name: string };
		readonly operation: { readonly id: string; readonly name: string } | null;
		readonly erp: boolean;
		readonly unit: string | null;
		readonly floor: number | null;
		readonly rooms: number | null;
		readonly netAreaDm2: number | null;
		readonly cadastralAreaDm2: number | null;
		readonly rentCents: number | null;
		readonly energyClass: string | null;
		readonly synthetic: boolean;
	};
