/** A piece of the way from the street to the lift or to the flats of the ground floor. */
export const segmentKinds = ['path', 'ramp', 'steps', 'door', 'lift', 'corridor'] as const;

/** Lengths in mm; slope in thousandths (8 % is 80); null: not measured. */
export type Segment = {
	readonly kind: (typeof segmentKinds)[number];
	readonly widthMm: number | null;
	readonly slope: number | null;
	/** The number of steps; for pieces of kind `steps` only. */
	readonly steps: number | null;
	/** Height of each step, or of a door's threshold. */
	readonly heightMm: number | null;
	readonly handrail: boolean | null;
};

/** The pieces in the order in which a person who comes from the street meets them. */
export type Route = readonly Segment[];

type WayIn = {
	readonly route: Route | null;
	readonly stepFreeEntrance: boolean | null;
	readonly entranceDoorMm: number | null;
};

/**
 * The facts that follow from a surveyed route: whether the way in has steps, and its narrowest door. Where there is a
 * route, nobody enters these two facts, so the register cannot contradict itself.
 */
export function settleRoute<Values extends WayIn>(values: Values): Values {
	if (values.route === null) return values;
	const doors = values.route.filter(({ kind }) => kind === 'door').map(({ widthMm }) => widthMm);
	const known = doors.filter((width) => width !== null);
	const entranceDoorMm =
		doors.length === 0 ? values.entranceDoorMm : known.length < doors.length ? null : Math.min(...known);
	return { ...values, stepFreeEntrance: values.route.every(({ kind }) => kind !== 'steps'), entranceDoorMm };
}

/** The steps of a route; null if a flight was not counted. */
export function stepsOf(route: Route): number | null {
	let steps = 0;
	for (const segment of route) {
		if (segment.kind !== 'steps') continue;
		if (segment.steps === null) return null;
		steps += segment.steps;
	}
	return steps;
}
