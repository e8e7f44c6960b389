import { type Check, type CheckedThing, kindOf } from '$lib/domain/accessibility/checks';
import { m } from '$lib/paraglide/messages';
import { formatLength, formatNumber } from '$lib/words/format';
import { registerLabel } from '$lib/words/register-labels';
import { measuredFact, yesNoFact } from './facts';

export const segmentName = {
	path: m.segment_path,
	ramp: m.segment_ramp,
	steps: m.segment_steps,
	door: m.segment_door,
	lift: m.segment_lift,
	corridor: m.segment_corridor
};

/** A number of the register with its unit: `68 cm`, `350 metri`, `40 decibel`. */
export function measureText(what: CheckedThing, value: number): string {
	if (what === 'lightLux') return m.unit_lux({ value: formatNumber(value) });
	if (what === 'noiseDb') return m.unit_decibel({ value: formatNumber(value) });
	const kind = kindOf(what);
	if (kind === 'length') return formatLength(value);
	return kind === 'distance' ? m.unit_metres({ value: formatNumber(value / 1000) }) : formatNumber(value);
}

const isYesNo = (what: CheckedThing): what is keyof typeof yesNoFact => what in yesNoFact;
const isMeasured = (what: CheckedThing): what is keyof typeof measuredFact => what in measuredFact;

/** A value of a piece of the route with its unit: slope in percent, steps as a number, width in cm. */
const partText = (part: NonNullable<Check['segment']>['part'], value: number) =>
	part === 'slope'
		? m.unit_percent({ value: formatNumber(value / 10) })
		: part === 'steps'
			? formatNumber(value)
			: formatLength(value);

function routeFact({ segment, measured, limit }: Check): string {
	if (!segment) return m.fact_route_free();
	const { number, kind, part } = segment;
	const about = { number, kind: segmentName[kind](), value: partText(part, measured ?? 0) };
	if (part === 'slope') return m.fact_route_slope(about);
	if (part === 'widthMm') return m.fact_route_width(about);
	return limit?.value ? m.fact_route_steps(about) : m.fact_route_flight(about);
}

function factOf(check: Check): string {
	const { what, measured } = check;
	if (what === 'route') return routeFact(check);
	if (what === 'floor') return m.fact_floor();
	if (isYesNo(what)) return measured === 1 ? yesNoFact[what].yes() : yesNoFact[what].no();
	return isMeasured(what) ? measuredFact[what]({ value: measureText(what, measured ?? 0) }) : registerLabel(what);
}

/** The name of the checked thing, inside a sentence: `porta del bagno`. */
export function thingName(what: CheckedThing): string {
	const label = registerLabel(what);
	return label.charAt(0).toLowerCase() + label.slice(1);
}

/** One point of a fit or of a class in one plain sentence: `La porta del bagno è larga 68 cm: servono almeno 75 cm.` */
export function pointText(check: Check): string {
	const { what, verdict, measured, limit, sense, segment } = check;
	if (measured === null) return m.point_missing({ name: thingName(what) });
	const fact = factOf(check);
	if (sense === 'yes' || limit === null || (segment?.part === 'steps' && limit.value === 0))
		return m.point_plain({ fact });
	if (verdict === 'suits') return m.point_fine({ fact });
	const least = segment ? partText(segment.part, limit.value) : measureText(what, limit.value);
	return sense === 'at-least' ? m.point_least({ fact, limit: least }) : m.point_most({ fact, limit: least });
}

/** The source of a point's limit; null if the point has no limit. */
export function sourceOfPoint({ limit }: Check): string | null {
	if (limit === null) return null;
	return limit.article === null ? m.point_agency() : m.point_article({ article: limit.article });
}
