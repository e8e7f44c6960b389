/**
 * The features of a building or a dwelling that a survey can record, one name each. `length` and `distance` are integer
 * mm (pages show the first in cm, the second in m), `count` is a whole number in the unit of its comment, `yes-no` is a
 * fact.
 */
export type FeatureKind = 'length' | 'distance' | 'count' | 'yes-no';

export const buildingFeatures = {
	lift: 'yes-no',
	/**
	 * From the street to the lift or to the flats of the ground floor. Follows from the route where the route is known.
	 */
	stepFreeEntrance: 'yes-no',
	/** The narrowest door on the way in. Follows from the route where the route is known. */
	entranceDoorMm: 'length',
	liftDoorMm: 'length',
	liftCabinWidthMm: 'length',
	liftCabinDepthMm: 'length',
	/** Side of the free square in front of the lift's door, on the floor where it is smallest. */
	liftLandingMm: 'length',
	liftTactileButtons: 'yes-no',
	/** Light from the street to the flats that turns on by itself. */
	entranceLit: 'yes-no',
	parkingWidthMm: 'length',
	parkingDistanceMm: 'distance',
	stopDistanceMm: 'distance',
	pharmacyDistanceMm: 'distance',
	clinicDistanceMm: 'distance',
	shopsDistanceMm: 'distance',
	dayCareDistanceMm: 'distance'
} as const satisfies Record<string, FeatureKind>;

export const dwellingFeatures = {
	/** The door between stairs and flat. */
	flatDoorMm: 'length',
	/** The narrowest door inside. */
	innerDoorMm: 'length',
	bathDoorMm: 'length',
	kitchenDoorMm: 'length',
	bedroomDoorMm: 'length',
	/** Height of the highest threshold inside or at the door of the flat; 0 if there is none. */
	thresholdMm: 'length',
	corridorMm: 'length',
	/** Side of the free square in which a wheelchair turns. */
	turningMm: 'length',
	wcSideMm: 'length',
	wcFrontMm: 'length',
	showerFloorLevel: 'yes-no',
	bathtub: 'yes-no',
	grabRails: 'yes-no',
	kitchenTurningMm: 'length',
	/** Free height under the worktop, for a person who cooks sitting. */
	kitchenKneeMm: 'length',
	balconyThresholdMm: 'length',
	balconyDepthMm: 'length',
	switchLowMm: 'length',
	switchHighMm: 'length',
	/** Sockets within reach of the bed. */
	bedsideSockets: 'count',
	/** Edges, doors and handles that contrast with their surroundings. */
	contrastingEdges: 'yes-no',
	/** Lux with the lights on, in the darkest room. */
	lightLux: 'count',
	visibleDoorbell: 'yes-no',
	/** dB(A) in the bedroom at night, windows shut. */
	noiseDb: 'count',
	/** A room besides the bedrooms, with a door, that nobody has to walk through. */
	separateRoom: 'yes-no'
} as const satisfies Record<string, FeatureKind>;

export type BuildingFeature = keyof typeof buildingFeatures;
export type DwellingFeature = keyof typeof dwellingFeatures;
export type Feature = BuildingFeature | DwellingFeature;

/** The values of features. Null: nobody measured or declared it. */
export type ValuesOf<Features extends Record<string, FeatureKind>> = {
	readonly [Name in keyof Features]: (Features[Name] extends 'yes-no' ? boolean : number) | null;
};

export const buildingFeatureNames = Object.keys(buildingFeatures) as readonly BuildingFeature[];
export const dwellingFeatureNames = Object.keys(dwellingFeatures) as readonly DwellingFeature[];

export const featureKind: Readonly<Record<Feature, FeatureKind>> = { ...buildingFeatures, ...dwellingFeatures };

/** Whether a field of the register is a feature that is surveyed. */
export const isFeature = (field: string): boolean => Object.hasOwn(featureKind, field) || field === 'route';

type Nothing<Features extends Record<string, FeatureKind>> = { readonly [Name in keyof Features]: null };

const nothing = <Features extends Record<string, FeatureKind>>(features: Features) =>
	Object.fromEntries(Object.keys(features).map((name) => [name, null])) as Nothing<Features>;

/** A building and a dwelling of which nothing is known. */
export const unsurveyedBuilding = { ...nothing(buildingFeatures), route: null };
export const unsurveyedDwelling = nothing(dwellingFeatures);
