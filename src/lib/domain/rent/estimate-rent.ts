import type { ElementId, RentAgreement } from './agreement';
import { bandOf, type BandDecision } from './band';
import { highestRent, type HighestRent } from './highest-rent';
import { agreedRentRange, type RentAnswer, type RentQuestion } from './rent-range';
import { settleElements, type ElementChange, type Kitchen } from './settle-elements';

export type FlatForRent = Omit<RentQuestion, 'band'> & {
	readonly elements: readonly ElementId[];
	readonly stoves: boolean;
	readonly kitchen?: Kitchen | null | undefined;
	/** 0 is the ground floor. */
	readonly floor?: number | null | undefined;
};

export type LawfulRent = {
	readonly ok: true;
	readonly band: BandDecision;
	readonly range: Extract<RentAnswer, { ok: true }>;
	readonly highest: HighestRent;
	/** The elements that facts of the flat decide otherwise than they were ticked. */
	readonly changes: readonly ElementChange[];
};

export type RentEstimate = LawfulRent | Extract<RentAnswer, { ok: false }>;

/** Band, range and highest rent of a flat. Units and errors as in `agreedRentRange`. */
export function estimateRent(agreement: RentAgreement, flat: FlatForRent): RentEstimate {
	const { elements, changes } = settleElements(flat.elements, flat);
	const band = bandOf(agreement, { elements, stoves: flat.stoves });
	const range = agreedRentRange(agreement, { ...flat, band: band.band });
	return range.ok ? { ok: true, band, range, highest: highestRent(band, range), changes } : range;
}
