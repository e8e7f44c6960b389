import type { Day } from '../calendar/instant';

/**
 * How certain a limit is. known: from the decree, to be confirmed against the official text before a verdict is called
 * legal. open: no source gives it, and the value is an example until the agency sets its own.
 */
export type Limit = { readonly value: number; readonly article: string | null; readonly certainty: 'known' | 'open' };

const known = (value: number, article: string): Limit => ({ value, article, certainty: 'known' });
const open = (value: number): Limit => ({ value, article: null, certainty: 'open' });

/** The measures that the rules of a day ask for. Lengths in mm, slopes in thousandths. */
export type AccessLimits = { readonly id: string; readonly dated: Day; readonly source: string };

/** Ministerial Decree 236/1989 (Law 13/1989). Regional law 6/1989 (Lombardy) can ask for more. */
export const decree236 = {
	id: 'dm-236-1989',
	dated: '1989-06-14',
	source: 'DM 14 giugno 1989 n. 236, art. 8; da confermare sul testo ufficiale',
	/** The first year of buildings designed under the decree, which asks for the larger lift in them. */
	newFrom: known(1990, '8.1.12'),
	entranceDoorMm: known(800, '8.1.1'),
	innerDoorMm: known(750, '8.1.1'),
	thresholdMm: known(25, '8.1.2'),
	corridorMm: known(1000, '8.1.9'),
	turningMm: known(1500, '8.0.2'),
	wcSideMm: known(1000, '8.1.6'),
	wcFrontMm: known(800, '8.1.6'),
	showerFloorLevel: known(1, '8.1.6'),
	balconyDepthMm: known(1400, '8.1.8'),
	switchLowMm: known(400, '8.1.5'),
	switchHighMm: known(1400, '8.1.5'),
	rampSlope: known(80, '8.1.11'),
	rampWidthMm: known(900, '8.1.11'),
	pathWidthMm: known(900, '8.2.1'),
	pathSlope: known(50, '8.2.1'),
	/** With level places to rest. */
	pathSlopeWithRests: known(80, '8.2.1'),
	parkingWidthMm: known(3200, '8.2.3'),
	newLift: {
		liftDoorMm: known(800, '8.1.12 b'),
		liftCabinWidthMm: known(950, '8.1.12 b'),
		liftCabinDepthMm: known(1300, '8.1.12 b'),
		liftLandingMm: known(1500, '8.1.12 b')
	},
	existingLift: {
		liftDoorMm: known(750, '8.1.12 c'),
		liftCabinWidthMm: known(800, '8.1.12 c'),
		liftCabinDepthMm: known(1200, '8.1.12 c'),
		liftLandingMm: known(1400, '8.1.12 c')
	}
} as const satisfies AccessLimits & Record<string, unknown>;

/** Values that the decree does not give. Each is an example that the agency replaces. */
export const agencyLimits = {
	id: 'agency-example-2026',
	dated: '2026-01-01',
	source: "Valori di esempio, finché l'agenzia non stabilisce i suoi",
	/** How many steps from the street still count as few. */
	fewSteps: open(3),
	carersRooms: open(2),
	kitchenKneeMm: open(700),
	bedsideSockets: open(4),
	lightLux: open(200),
	noiseDb: open(35),
	parkingDistanceMm: open(50_000),
	serviceDistanceMm: open(500_000)
} as const satisfies AccessLimits & Record<string, unknown>;
