/** A building with its measures; lengths in mm; null is unknown. */
export type Building = {
	readonly id: string;
	readonly code: string;
	readonly street: string | null;
	readonly streetNumber: string | null;
	readonly municipality: string;
	readonly district: string | null;
	readonly rentZone: number | null;
	readonly floors: number | null;
	readonly builtYear: number | null;
	readonly lift: boolean | null;
	readonly stepFreeEntrance: boolean | null;
	readonly entranceDoorMm: number | null;
	readonly liftDoorMm: number | null;
	readonly liftCabinWidthMm: number | null;
	readonly liftCabinDepthMm: number | null;
	readonly synthetic: boolean;
};

/** A flat of a building; areas in hundredths of m2, lengths in mm, money in cents; null is unknown. */
export type Dwelling = {
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
	readonly innerDoorMm: number | null;
	readonly corridorMm: number | null;
	readonly turningMm: number | null;
	readonly wcSideMm: number | null;
	readonly wcFrontMm: number | null;
	readonly showerFloorLevel: boolean | null;
	readonly measuredOn: string | null;
	readonly synthetic: boolean;
};
