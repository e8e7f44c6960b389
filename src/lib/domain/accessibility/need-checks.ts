import { compare, present, reached, type Check } from './checks';
import { agencyLimits as agency, decree236 as decree } from './limits';
import type { Measures } from './measures';
import type { Need } from './needs';
import { stepsOf } from './route';
import { wheelchairRoute } from './route-checks';

const soft = true as const;

/** The way in for a person who cannot take a step. */
const wayIn = (m: Measures): Check[] =>
	m.route === null ? [present(m, 'stepFreeEntrance', { mend: null })] : wheelchairRoute(m.route);

/**
 * The lift that a wheelchair needs, whatever the age of the building: the smaller set of limits. No check on the ground
 * floor, or where there is no lift.
 */
const wheelchairLift = (m: Measures): Check[] =>
	m.lift === false || (m.floor !== null && m.floor <= 0)
		? []
		: (['liftDoorMm', 'liftCabinWidthMm', 'liftCabinDepthMm', 'liftLandingMm'] as const).map((what) =>
				compare(m, what, 'at-least', decree.existingLift[what], { mend: null })
			);

const doors = ['bathDoorMm', 'kitchenDoorMm', 'bedroomDoorMm'] as const;

/** The doors that were measured one by one, by name; and the narrowest, unless it is one of them. */
const innerDoors = (m: Measures): Check[] => {
	const named = doors.filter((door) => m[door] !== null);
	const narrowest = named.some((door) => m[door] === m.innerDoorMm) ? [] : (['innerDoorMm'] as const);
	return [...narrowest, ...named].map((door) =>
		compare(m, door, 'at-least', decree.innerDoorMm, { mend: 'inner-doors' })
	);
};

const bathroom = (m: Measures): Check[] => [
	compare(m, 'wcSideMm', 'at-least', decree.wcSideMm, { mend: 'bathroom-space' }),
	compare(m, 'wcFrontMm', 'at-least', decree.wcFrontMm, { mend: 'bathroom-space' }),
	present(m, 'showerFloorLevel', { mend: 'floor-shower' }, decree.showerFloorLevel),
	present(m, 'grabRails', { mend: 'grab-rails', soft })
];

const parking = (m: Measures): Check[] => [
	compare(m, 'parkingWidthMm', 'at-least', decree.parkingWidthMm, { mend: null, soft }),
	compare(m, 'parkingDistanceMm', 'at-most', agency.parkingDistanceMm, { mend: null, soft })
];

/** Once the distance is measured, the household judges it: the limit is only an example. */
const near =
	(what: `${'stop' | 'pharmacy' | 'clinic' | 'shops' | 'dayCare'}DistanceMm`) =>
	(m: Measures): Check[] => [
		compare(m, what, 'at-most', agency.serviceDistanceMm, m[what] === null ? { mend: null } : { mend: null, soft })
	];

function fewSteps(m: Measures): Check[] {
	if (m.route === null) return [present(m, 'stepFreeEntrance', { mend: null }), reached(m)];
	const steps = stepsOf(m.route);
	const verdict = steps === null ? 'unknown' : steps <= agency.fewSteps.value ? 'suits' : 'does-not-suit';
	const flight = m.route.findIndex(({ kind }) => kind === 'steps');
	const check = { what: 'route', verdict, hard: true, sense: 'at-most', measured: steps, work: null } as const;
	const segment = { number: flight + 1, kind: 'steps', part: 'steps' } as const;
	return [{ ...check, limit: agency.fewSteps, ...(flight >= 0 && { segment }) }, reached(m)];
}

/**
 * The checks that each need makes on a dwelling. Hard checks decide, soft checks are points of comfort. The limits are
 * the minimums of DM 236/1989, or examples of the agency where it has none (limits.ts).
 */
export const needChecks: Readonly<Record<Need, (measures: Measures) => readonly Check[]>> = {
	wheelchairIndoors: (m) => [
		...wayIn(m),
		compare(m, 'entranceDoorMm', 'at-least', decree.entranceDoorMm, { mend: 'entrance-door' }),
		reached(m),
		...wheelchairLift(m),
		compare(m, 'flatDoorMm', 'at-least', decree.entranceDoorMm, { mend: 'flat-door' }),
		...innerDoors(m),
		compare(m, 'thresholdMm', 'at-most', decree.thresholdMm, { mend: 'thresholds' }),
		compare(m, 'corridorMm', 'at-least', decree.corridorMm, { mend: null }),
		compare(m, 'turningMm', 'at-least', decree.turningMm, { mend: 'turning-space' }),
		...bathroom(m),
		compare(m, 'kitchenTurningMm', 'at-least', decree.turningMm, { mend: 'kitchen', soft }),
		compare(m, 'kitchenKneeMm', 'at-least', agency.kitchenKneeMm, { mend: 'kitchen', soft }),
		compare(m, 'switchHighMm', 'at-most', decree.switchHighMm, { mend: 'controls', soft }),
		compare(m, 'switchLowMm', 'at-least', decree.switchLowMm, { mend: 'controls', soft }),
		compare(m, 'balconyThresholdMm', 'at-most', decree.thresholdMm, { mend: 'balcony', soft }),
		compare(m, 'balconyDepthMm', 'at-least', decree.balconyDepthMm, { mend: null, soft })
	],
	wheelchairOutdoors: (m) => [
		...wayIn(m),
		compare(m, 'entranceDoorMm', 'at-least', decree.entranceDoorMm, { mend: 'entrance-door' }),
		reached(m),
		...wheelchairLift(m),
		compare(m, 'flatDoorMm', 'at-least', decree.entranceDoorMm, { mend: 'flat-door' }),
		...parking(m)
	],
	walker: (m) => [
		...wayIn(m),
		reached(m),
		...innerDoors(m),
		compare(m, 'thresholdMm', 'at-most', decree.thresholdMm, { mend: 'thresholds', soft }),
		present(m, 'grabRails', { mend: 'grab-rails', soft })
	],
	fewSteps,
	bathroomTransfers: bathroom,
	carersRoom: (m) => [compare(m, 'rooms', 'at-least', agency.carersRooms, { mend: null })],
	lowVision: (m) => [
		present(m, 'contrastingEdges', { mend: 'contrast' }),
		compare(m, 'lightLux', 'at-least', agency.lightLux, { mend: 'lighting' }),
		present(m, 'entranceLit', { mend: null, soft }),
		present(m, 'liftTactileButtons', { mend: null, soft })
	],
	hearing: (m) => [present(m, 'visibleDoorbell', { mend: 'visible-doorbell' })],
	quietHome: (m) => [compare(m, 'noiseDb', 'at-most', agency.noiseDb, { mend: 'windows' })],
	quietRoom: (m) => [present(m, 'separateRoom', { mend: null })],
	poweredAids: (m) => [compare(m, 'bedsideSockets', 'at-least', agency.bedsideSockets, { mend: 'bedside-sockets' })],
	nearStop: near('stopDistanceMm'),
	nearPharmacy: near('pharmacyDistanceMm'),
	nearClinic: near('clinicDistanceMm'),
	nearShops: near('shopsDistanceMm'),
	nearDayCare: near('dayCareDistanceMm')
};
