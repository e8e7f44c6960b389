import type { BuildingFeature, DwellingFeature, Feature } from './features';

/** The parts of a home to measure, in the order in which a person walks through them; and the photographs. */
export const surveyParts = ['way-in', 'lift', 'nearby', 'rooms', 'bathroom', 'kitchen', 'senses'] as const;
export type SurveyPart = (typeof surveyParts)[number];

export type SurveyGroup<Name extends Feature = Feature> = {
	readonly part: SurveyPart;
	readonly features: readonly Name[];
};

/** Measured once for all the flats of a building, after the route. */
export const buildingGroups: readonly SurveyGroup<BuildingFeature>[] = [
	{ part: 'way-in', features: ['stepFreeEntrance', 'entranceDoorMm', 'entranceLit'] },
	{
		part: 'lift',
		features: [
			...(['lift', 'liftDoorMm', 'liftCabinWidthMm', 'liftCabinDepthMm'] as const),
			...(['liftLandingMm', 'liftTactileButtons'] as const)
		]
	},
	{
		part: 'nearby',
		features: [
			...(['parkingWidthMm', 'parkingDistanceMm', 'stopDistanceMm', 'shopsDistanceMm'] as const),
			...(['pharmacyDistanceMm', 'clinicDistanceMm', 'dayCareDistanceMm'] as const)
		]
	}
];

export const dwellingGroups: readonly SurveyGroup<DwellingFeature>[] = [
	{
		part: 'rooms',
		features: [
			...(['flatDoorMm', 'innerDoorMm', 'bathDoorMm', 'kitchenDoorMm', 'bedroomDoorMm'] as const),
			...(['thresholdMm', 'corridorMm', 'turningMm'] as const)
		]
	},
	{ part: 'bathroom', features: ['wcSideMm', 'wcFrontMm', 'showerFloorLevel', 'bathtub', 'grabRails'] },
	{
		part: 'kitchen',
		features: [
			...(['kitchenTurningMm', 'kitchenKneeMm', 'balconyThresholdMm', 'balconyDepthMm'] as const),
			...(['switchLowMm', 'switchHighMm', 'bedsideSockets'] as const)
		]
	},
	{ part: 'senses', features: ['lightLux', 'contrastingEdges', 'visibleDoorbell', 'noiseDb', 'separateRoom'] }
];
