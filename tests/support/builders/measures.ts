import { nothingMeasured, type Measures } from '$lib/domain/accessibility/measures';

/** Every length at its minimum, on a third floor with a lift. */
export const accessibleMeasures: Measures = {
	...nothingMeasured,
	stepFreeEntrance: true,
	entranceDoorMm: 800,
	lift: true,
	liftDoorMm: 750,
	liftCabinWidthMm: 800,
	liftCabinDepthMm: 1200,
	liftLandingMm: 1400,
	flatDoorMm: 800,
	thresholdMm: 25,
	floor: 3,
	rooms: 2,
	innerDoorMm: 750,
	corridorMm: 1000,
	turningMm: 1500,
	wcSideMm: 1000,
	wcFrontMm: 800,
	showerFloorLevel: true
};

export const unmeasured = nothingMeasured;
