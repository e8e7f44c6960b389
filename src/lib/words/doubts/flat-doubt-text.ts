import type { FlatDoubt, FlatRule } from '$lib/domain/plausibility/flat-rules';
import { leastRoom } from '$lib/domain/plausibility/limits';
import { m } from '$lib/paraglide/messages';
import { formatArea, formatDate } from '../format';
import { areaRange, countRange, moneyRange, rangeTexts } from './range-text';

type Values = FlatDoubt['values'];

const day = (text: (inputs: { day: string }) => string) => (values: Values) =>
	text({ day: formatDate(String(values['day'])) });
const year = ({ year }: Values) => m.doubt_year({ year: year! });
const longAgo = day(m.doubt_long_ago);

const texts: Readonly<Record<FlatRule, (values: Values) => string>> = {
	...rangeTexts('netAreaDm2', areaRange),
	...rangeTexts('cadastralAreaDm2', areaRange),
	...rangeTexts('rooms', countRange),
	...rangeTexts('rentCents', moneyRange),
	...rangeTexts('years', countRange),
	'net-above-gross': ({ net, gross }) =>
		m.doubt_net_above_gross({ net: formatArea(Number(net)), gross: formatArea(Number(gross)) }),
	'rooms-too-small': ({ rooms, area }) =>
		m.doubt_rooms_small({ rooms: rooms!, area: formatArea(Number(area)), least: formatArea(leastRoom.value) }),
	'floor-above-roof': ({ floor, floors }) => m.doubt_above_roof({ floor: floor!, floors: floors! }),
	'built-later': year,
	'built-early': year,
	'measuredOn-early': longAgo,
	'works_planned-early': longAgo,
	'works_started-early': longAgo,
	'works_done-early': longAgo,
	'available-far': day(m.doubt_far),
	'available-past': day(m.doubt_past)
};

/** The sentence of a doubt about a flat. */
export const flatDoubtText = ({ rule, values }: Pick<FlatDoubt, 'rule' | 'values'>): string => texts[rule](values);
