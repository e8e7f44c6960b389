import { segmentCheck, severityOf, type Check } from './checks';
import { decree236 as decree } from './limits';
import type { Route, Segment } from './route';

type Piece = { readonly segment: Segment; readonly number: number };

const noSteps = { value: 0, article: null, certainty: 'known' } as const;

/** The checks that a wheelchair needs on each kind of piece. Doors have a check of their own: `entranceDoorMm`. */
const asks: Readonly<Record<Segment['kind'], (piece: Piece) => Check[]>> = {
	path: (piece) => [
		segmentCheck(piece, 'widthMm', 'at-least', decree.pathWidthMm),
		segmentCheck(piece, 'slope', 'at-most', decree.pathSlopeWithRests)
	],
	ramp: (piece) => [
		segmentCheck(piece, 'widthMm', 'at-least', decree.rampWidthMm),
		segmentCheck(piece, 'slope', 'at-most', decree.rampSlope)
	],
	// A flight of steps that nobody counted is still a flight.
	steps: ({ segment, number }) => [
		segmentCheck({ segment: { ...segment, steps: segment.steps ?? 1 }, number }, 'steps', 'at-most', noSteps)
	],
	door: () => [],
	lift: () => [],
	corridor: (piece) => [segmentCheck(piece, 'widthMm', 'at-least', decree.corridorMm)]
};

/** Checks every piece of a route for a wheelchair. Worst first, then from the street inwards. */
export function routeChecks(route: Route): Check[] {
	return route
		.flatMap((segment, index) => asks[segment.kind]({ segment, number: index + 1 }))
		.sort((a, b) => severityOf(b.verdict) - severityOf(a.verdict));
}

/** The worst piece of a route, as one check. A route of doors only has no step. */
export function wheelchairRoute(route: Route): Check[] {
	const [worst] = routeChecks(route);
	if (worst) return [worst];
	const free = { what: 'route', verdict: 'suits', hard: true, sense: 'yes', measured: 1 } as const;
	return [{ ...free, limit: null, work: null }];
}
