import type { Certainty, Observation, Source } from '$lib/domain/programme/observation';
import { m } from '$lib/paraglide/messages';
import { formatArea, formatDate, formatMoney, formatMonth, formatNumber, formatWholeMoney } from './format';

/** `2.143.680,70 €`; a rounded value is "circa" and shows no cents. */
export function observationValue({ unit, value, rounded }: Pick<Observation, 'unit' | 'value' | 'rounded'>): string {
	if (!rounded) return exact(unit, value);
	return m.observation_about({ value: unit === 'euro' ? formatWholeMoney(value) : exact(unit, value) });
}

function exact(unit: Observation['unit'], value: number): string {
	if (unit === 'euro') return formatMoney(value);
	return unit === 'm2' ? formatArea(value * 100) : formatNumber(value);
}

/** A day, a month or a year, as precise as the source; without one it says so. */
export function asOfText(asOf: string | null): string {
	if (asOf === null) return m.observation_no_date();
	if (asOf.length === 4) return asOf;
	return asOf.length === 7 ? formatMonth(asOf) : formatDate(asOf);
}

const certainties: Record<Certainty, () => string> = {
	published: m.observation_published,
	press: m.observation_press,
	inferred: m.observation_inferred
};

export const certaintyName = (certainty: Certainty): string => certainties[certainty]();

/** Documents that the data file names in English; a reader of another language is told so. */
const namedInEnglish: ReadonlySet<string> = new Set([
	'plan-2017-12-18',
	'plan-2018-02-23',
	'comune-strategy',
	'comune-pon',
	'comune-projects',
	'anagrafica-2015',
	'quartiericonnessi',
	'comune-2021-05-17'
]);

export const titleLanguage = ({ id }: Pick<Source, 'id'>): 'en' | undefined =>
	namedInEnglish.has(id) ? 'en' : undefined;

/** `laprimapagina.it, 5 giugno 2018`. */
export const sourceName = ({ publisher, date }: Source): string => `${publisher}, ${asOfText(date)}`;
