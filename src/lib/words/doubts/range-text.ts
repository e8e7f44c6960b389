import { m } from '$lib/paraglide/messages';
import { formatArea, formatMoney, formatNumber } from '../format';

/** How a value outside its range is told: `none` and `over` cannot be, `low` and `high` are rare. */
export type RangeText = Readonly<Record<'none' | 'low' | 'high' | 'over', (value: number) => string>>;

export const areaRange: RangeText = {
	none: (value) => m.doubt_area_none({ value: formatArea(value) }),
	low: (value) => m.doubt_area_low({ value: formatArea(value) }),
	high: (value) => m.doubt_area_high({ value: formatArea(value) }),
	over: (value) => m.doubt_area_over({ value: formatArea(value) })
};

export const moneyRange: RangeText = {
	none: (value) => m.doubt_money_none({ value: formatMoney(value) }),
	low: (value) => m.doubt_money_low({ value: formatMoney(value) }),
	high: (value) => m.doubt_money_high({ value: formatMoney(value) }),
	over: (value) => m.doubt_money_high({ value: formatMoney(value) })
};

export const countRange: RangeText = {
	none: (value) => m.doubt_count_none({ value: formatNumber(value) }),
	low: (value) => m.doubt_count_none({ value: formatNumber(value) }),
	high: (value) => m.doubt_count_high({ value: formatNumber(value) }),
	over: (value) => m.doubt_count_none({ value: formatNumber(value) })
};

type Values = Readonly<Record<string, string | number>>;
type Suffix = keyof RangeText;

/** The sentences of the four rules of a range. */
export const rangeTexts = <Field extends string>(field: Field, texts: RangeText) =>
	Object.fromEntries(
		Object.entries(texts).map(([suffix, text]) => [`${field}-${suffix}`, ({ value }: Values) => text(Number(value))])
	) as Record<`${Field}-${Suffix}`, (values: Values) => string>;
