import type { Measures } from '../accessibility/measures';

/** Features that a home and its building have or lack. */
export const measuredFacts = ['stepFreeEntrance', 'lift', 'showerFloorLevel'] as const;

/** Lengths in mm, from the street to the bathroom. */
export const measuredLengths = [
	'entranceDoorMm',
	'liftDoorMm',
	'liftCabinWidthMm',
	'liftCabinDepthMm',
	'liftLandingMm',
	'flatDoorMm',
	'innerDoorMm',
	'thresholdMm',
	'corridorMm',
	'turningMm',
	'wcSideMm',
	'wcFrontMm'
] as const;

/** The measures of a listing; floor and rooms are among the facts of the flat. */
export type ListingMeasures = Pick<Measures, (typeof measuredFacts)[number] | (typeof measuredLengths)[number]>;
