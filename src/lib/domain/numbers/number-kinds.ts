/** What a field holds: how many decimals it keeps, its range, and the units that may stand beside the number. */
export type NumberKind = {
	/** The value is a whole number of units of the last decimal: with two, euros are cents. */
	readonly decimals: 0 | 1 | 2;
	/** In units of the last decimal. */
	readonly least: number;
	readonly most: number;
	/**
	 * Each unit, in small letters, with the power of ten that turns it into the field's own: `{ cm: 0, m: 2 }`. One that
	 * another begins or ends with stands after it.
	 */
	readonly units: Readonly<Record<string, number>>;
};

const euros = { euros: 0, euro: 0, eur: 0, '€': 0 };
/** As NFKC leaves them: `m²` is `m2`. */
const squareMetres = { m2: 0, mq: 0, 'm.q.': 0, 'm^2': 0, sqm: 0, 'metri quadri': 0, 'metri quadrati': 0 };

/** Euros, in cents, up to ten millions. */
export const money: NumberKind = { decimals: 2, least: 0, most: 1_000_000_000, units: euros };

/** Square metres, in hundredths, up to a hectare. */
export const area: NumberKind = { decimals: 2, least: 0, most: 1_000_000, units: squareMetres };

/** Centimetres from `least` to `most` millimetres, in millimetres. */
export const centimetres = (least: number, most: number): NumberKind => ({
	decimals: 1,
	least,
	most,
	units: { centimetri: 0, cm: 0, mm: -1, mt: 2, m: 2 }
});

/** Whole metres. */
export const metres = (most: number): NumberKind => ({
	decimals: 0,
	least: 0,
	most,
	units: { metri: 0, mt: 0, km: 3, m: 0 }
});

/** A whole number. */
export const count = (least: number, most: number): NumberKind => ({ decimals: 0, least, most, units: {} });

/** Per cent, whole. */
export const percent = (least: number, most: number): NumberKind => ({ decimals: 0, least, most, units: { '%': 0 } });
