import type { BuildingMeasures } from '$lib/domain/accessibility/measures';
import type { Route, Segment } from '$lib/domain/accessibility/route';
import type { Random } from './random';

type Core = Pick<BuildingMeasures, 'lift' | 'stepFreeEntrance' | 'entranceDoorMm'>;

const cm = (random: Random, low: number, high: number) => random.integer(low, high) * 10;
const metres = (random: Random, low: number, high: number) => random.integer(low, high) * 1000;

/** The rest of what a survey finds in an invented building; the route says the same as `core`. Millimetres. */
export function moreOfBuilding(random: Random, core: Core, stepFree: boolean): Partial<BuildingMeasures> {
	const parking = random.chance(0.5);
	return {
		route: stepFree || random.chance(0.6) ? aRoute(random, core) : null,
		liftLandingMm: core.lift ? (stepFree ? cm(random, 140, 170) : cm(random, 110, 160)) : null,
		liftTactileButtons: core.lift ? random.chance(0.3) : null,
		entranceLit: random.chance(0.6),
		parkingWidthMm: parking ? cm(random, 230, 340) : null,
		parkingDistanceMm: parking ? metres(random, 5, 120) : null,
		stopDistanceMm: metres(random, 60, 700),
		pharmacyDistanceMm: metres(random, 80, 900),
		clinicDistanceMm: random.chance(0.8) ? metres(random, 150, 2_500) : null,
		shopsDistanceMm: metres(random, 40, 800),
		dayCareDistanceMm: random.chance(0.5) ? metres(random, 200, 3_500) : null
	};
}

const piece = (kind: Segment['kind'], about: Partial<Segment>): Segment => ({
	...{ kind, widthMm: null, slope: null, steps: null, heightMm: null, handrail: null },
	...about
});

function aRoute(random: Random, { lift, stepFreeEntrance, entranceDoorMm }: Core): Route {
	const path = piece('path', { widthMm: cm(random, 110, 220), slope: random.integer(0, 40) });
	const ramp = piece('ramp', { widthMm: cm(random, 95, 130), slope: random.integer(40, 80), handrail: true });
	const steps = piece('steps', {
		steps: random.integer(1, 5),
		heightMm: cm(random, 14, 18),
		handrail: random.chance(0.5)
	});
	return [
		path,
		...(stepFreeEntrance ? (random.chance(0.4) ? [ramp] : []) : [steps]),
		piece('door', { widthMm: entranceDoorMm, heightMm: random.pick([0, 10, 20]) }),
		piece('corridor', { widthMm: cm(random, 110, 190) }),
		...(lift ? [piece('lift', {})] : [])
	];
}
