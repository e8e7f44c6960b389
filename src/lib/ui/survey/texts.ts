import type { Doubt } from '$lib/domain/accessibility/doubts';
import { featureKind, type Feature } from '$lib/domain/accessibility/features';
import type { Finding } from '$lib/domain/accessibility/survey';
import type { SurveyPart } from '$lib/domain/accessibility/survey-groups';
import { m } from '$lib/paraglide/messages';
import { measureText } from '$lib/words/accessibility/point-text';
import { provenanceText } from '$lib/words/accessibility/provenance-text';
import { formatLength, formatNumber } from '$lib/words/format';
import { registerLabel } from '$lib/words/register-labels';

export const partName: Readonly<Record<SurveyPart, () => string>> = {
	'way-in': m.survey_part_way_in,
	lift: m.survey_part_lift,
	nearby: m.survey_part_nearby,
	rooms: m.survey_part_rooms,
	bathroom: m.survey_part_bathroom,
	kitchen: m.survey_part_kitchen,
	senses: m.survey_part_senses
};

const how: Partial<Record<Feature, () => string>> = {
	innerDoorMm: m.survey_inner_door_how,
	thresholdMm: m.survey_threshold_how,
	corridorMm: m.survey_corridor_how,
	turningMm: m.survey_turning_how,
	kitchenTurningMm: m.survey_turning_how,
	wcSideMm: m.survey_wc_side_how,
	wcFrontMm: m.survey_wc_front_how,
	kitchenKneeMm: m.survey_knee_how,
	liftCabinWidthMm: m.survey_cabin_how,
	liftCabinDepthMm: m.survey_cabin_how,
	liftLandingMm: m.survey_landing_how,
	lightLux: m.survey_light_how,
	noiseDb: m.survey_noise_how,
	parkingWidthMm: m.survey_parking_how,
	switchLowMm: m.survey_height_how,
	switchHighMm: m.survey_height_how
};

/** How to take the measure. */
export function howToMeasure(feature: Feature): string | undefined {
	if (how[feature]) return how[feature]();
	if (feature.endsWith('DoorMm')) return m.survey_door_how();
	return featureKind[feature] === 'distance' ? m.survey_distance_how() : undefined;
}

type Value = Finding['value'];

export function valueText(feature: Feature, value: Value | undefined): string {
	if (value === null || value === undefined || typeof value === 'object') return m.survey_conflict_nothing();
	if (typeof value === 'boolean') return value ? m.dwelling_yes() : m.dwelling_no();
	return measureText(feature, value);
}

/** The register's present value of a measure, shown under its field. */
export function nowText(feature: Feature, value: Value | undefined, from: string | undefined): string {
	if (value === null || value === undefined) return m.survey_now_nothing();
	const text = valueText(feature, value);
	return from === undefined ? m.survey_now({ value: text }) : m.survey_now_from({ value: text, from });
}

export const routeParts = {
	widthMm: { name: m.survey_route_width, unit: 'cm' },
	slope: { name: m.survey_route_slope, unit: '%' },
	steps: { name: m.survey_route_steps, unit: undefined },
	heightMm: { name: m.survey_route_height, unit: 'cm' }
} as const;

type RoutePart = keyof typeof routeParts;
const ofRoute = (field: string) => {
	const [, number, part] = /^route\.(\d+)\.(\w+)$/.exec(field) ?? [];
	return part !== undefined && part in routeParts ? { number: Number(number) + 1, part: part as RoutePart } : null;
};

/** The name of a field of the survey: a feature, or a part of a piece of the route. */
export function fieldName(field: string): string {
	const piece = ofRoute(field);
	if (!piece) return registerLabel(field);
	return m.survey_segment_part({ number: piece.number, part: routeParts[piece.part].name().toLowerCase() });
}

/** A number of a field with its unit. */
export function numberText(field: string, value: number): string {
	const piece = ofRoute(field);
	if (!piece) return measureText(field as Feature, value);
	if (piece.part === 'slope') return m.unit_percent({ value: formatNumber(value / 10) });
	return piece.part === 'steps' ? formatNumber(value) : formatLength(value);
}

/** The question that the page asks about an unlikely measure. */
export function doubtText(doubt: Doubt): string {
	const { field } = doubt;
	const about = { name: fieldName(field), value: numberText(field, doubt.value) };
	if (doubt.why === 'against') {
		const [other, otherValue] = [registerLabel(doubt.other), numberText(doubt.other, doubt.otherValue)];
		return m.survey_doubt_against({ ...about, other, otherValue });
	}
	const between = { ...about, least: numberText(field, doubt.least), most: numberText(field, doubt.most) };
	if (doubt.perhaps === null) return m.survey_doubt(between);
	return m.survey_doubt_perhaps({ ...between, perhaps: numberText(field, doubt.perhaps) });
}

/** Tells that somebody else recorded another value meanwhile. */
export function conflictText({ feature, stands }: { feature: string; stands: Finding | undefined }): string {
	const about = {
		name: registerLabel(feature),
		value: feature === 'route' ? m.feature_route() : valueText(feature as Feature, stands?.value)
	};
	const from = provenanceText(stands);
	return from === undefined ? m.survey_conflict_plain(about) : m.survey_conflict({ ...about, from });
}
