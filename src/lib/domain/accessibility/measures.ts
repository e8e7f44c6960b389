/** What was measured in a dwelling and its building. Lengths in mm; null: not measured. */
export type Measures = {
	readonly stepFreeEntrance: boolean | null;
	readonly entranceDoorMm: number | null;
	readonly lift: boolean | null;
	readonly liftDoorMm: number | null;
	readonly liftCabinWidthMm: number | null;
	readonly liftCabinDepthMm: number | null;
	/** 0 is the ground floor. */
	readonly floor: number | null;
	readonly rooms: number | null;
	readonly innerDoorMm: number | null;
	readonly corridorMm: number | null;
	/** Side of the free square in which a wheelchair turns. */
	readonly turningMm: number | null;
	readonly wcSideMm: number | null;
	readonly wcFrontMm: number | null;
	readonly showerFloorLevel: boolean | null;
};

/** Least lengths in mm, Ministerial Decree 236/1989 by article; to be confirmed before a verdict is called legal. */
export const leastMm = {
	entranceDoorMm: { mm: 800, article: '8.1.1' },
	innerDoorMm: { mm: 750, article: '8.1.1' },
	corridorMm: { mm: 1000, article: '8.1.9' },
	turningMm: { mm: 1500, article: '8.0.2' },
	wcSideMm: { mm: 1000, article: '8.1.6' },
	wcFrontMm: { mm: 800, article: '8.1.6' },
	liftDoorMm: { mm: 750, article: '8.1.12 c' },
	liftCabinWidthMm: { mm: 800, article: '8.1.12 c' },
	liftCabinDepthMm: { mm: 1200, article: '8.1.12 c' }
} as const;
