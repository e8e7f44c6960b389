import { compare, present, reached, type Check, type Verdict } from './checks';
import { decree236 as decree, type Limit } from './limits';
import type { Measures } from './measures';
import { routeChecks } from './route-checks';

/** The three levels of DM 236/1989 art. 2, none of them, or not yet known. */
export type AccessClass = 'accessible' | 'visitable' | 'adaptable' | 'none' | 'unknown';

/**
 * `visit`: asked of a visitable dwelling too. A point that fails with `suits-with-works` can be mended by works inside.
 */
export type ClassPoint = Check & { readonly visit: boolean };

export type Classified = { readonly accessClass: AccessClass; readonly points: readonly ClassPoint[] };

/**
 * The class of a dwelling by its measures and those of its building; each point with threshold, measure and article. A
 * missing measure makes the class unknown only if the class would differ between a measure that passes and one that
 * fails.
 */
export function classify(measures: Measures): Classified {
	const points = pointsOf(measures);
	const best = classOf(points.map(asIf('suits')));
	const worst = classOf(points.map(failing));
	return { accessClass: best === worst ? best : 'unknown', points };
}

const asIf =
	(verdict: Verdict) =>
	(point: ClassPoint): ClassPoint =>
		point.verdict === 'unknown' ? { ...point, verdict } : point;

/** The result of an unmeasured point if it failed. */
const failing = (point: ClassPoint): ClassPoint =>
	asIf(point.work === null ? 'does-not-suit' : 'suits-with-works')(point);

function classOf(points: readonly ClassPoint[]): AccessClass {
	const failed = points.filter(({ verdict }) => verdict !== 'suits');
	if (failed.length === 0) return 'accessible';
	if (failed.every(({ visit }) => !visit)) return 'visitable';
	return failed.every(({ verdict }) => verdict === 'suits-with-works') ? 'adaptable' : 'none';
}

function pointsOf(m: Measures): ClassPoint[] {
	const visit = (check: Check): ClassPoint => ({ ...check, visit: true });
	const whole = (check: Check): ClassPoint => ({ ...check, visit: false });
	return [
		...(m.route === null ? [present(m, 'stepFreeEntrance', { mend: null })] : routeChecks(m.route)).map(visit),
		visit(compare(m, 'entranceDoorMm', 'at-least', decree.entranceDoorMm, { mend: 'entrance-door' })),
		visit(reached(m)),
		...liftPoints(m).map(visit),
		visit(compare(m, 'flatDoorMm', 'at-least', decree.entranceDoorMm, { mend: 'flat-door' })),
		visit(compare(m, 'innerDoorMm', 'at-least', decree.innerDoorMm, { mend: 'inner-doors' })),
		visit(compare(m, 'thresholdMm', 'at-most', decree.thresholdMm, { mend: 'thresholds' })),
		visit(compare(m, 'corridorMm', 'at-least', decree.corridorMm, { mend: null })),
		visit(compare(m, 'turningMm', 'at-least', decree.turningMm, { mend: 'turning-space' })),
		visit(compare(m, 'wcFrontMm', 'at-least', decree.wcFrontMm, { mend: 'bathroom-space' })),
		whole(compare(m, 'wcSideMm', 'at-least', decree.wcSideMm, { mend: 'bathroom-space' })),
		whole(present(m, 'showerFloorLevel', { mend: 'floor-shower' }, decree.showerFloorLevel)),
		whole(compare(m, 'kitchenTurningMm', 'at-least', decree.turningMm, { mend: 'kitchen' })),
		whole(compare(m, 'switchHighMm', 'at-most', decree.switchHighMm, { mend: 'controls' })),
		whole(compare(m, 'switchLowMm', 'at-least', decree.switchLowMm, { mend: 'controls' }))
	];
}

const liftParts = ['liftDoorMm', 'liftCabinWidthMm', 'liftCabinDepthMm', 'liftLandingMm'] as const;

/**
 * The lift by the limits for the building's age. If the year is unknown, only what both sets of limits have in common
 * is said.
 */
function liftPoints(m: Measures): Check[] {
	if (m.lift === false || (m.floor !== null && m.floor <= 0)) return [];
	const against = (what: (typeof liftParts)[number], limit: Limit) =>
		compare(m, what, 'at-least', limit, { mend: null });
	return liftParts.map((what) => {
		const [older, newer] = [against(what, decree.existingLift[what]), against(what, decree.newLift[what])];
		if (m.builtYear !== null) return m.builtYear >= decree.newFrom.value ? newer : older;
		return older.verdict === newer.verdict ? older : { ...newer, verdict: 'unknown' };
	});
}
