import type { ElementId, RentAgreement } from './agreement';
import { bandOf, type BandDecision } from './band';
import { highestRent, type HighestRent } from './highest-rent';
import { agreedRentRange, type RentAnswer, type RentQuestion } from './rent-range';

export type FlatForRent = Omit<RentQuestion, 'band'> & {
	readonly elements: readonly ElementId[];
	readonly stoves: boolean;
};

export type LawfulRent = {
	readonly ok: true;
	readonly band: BandDecision;
	readonly range: Extract<RentAnswer, { ok: true }>;
	readonly highest: HighestRent;
};

export type RentEstimate = LawfulRent | Extract<RentAnswer, { ok: false }>;

/** Band, range and highest rent of a flat. Units and errors as in `agreedRentRange`. */
export function estimateRent(agreement: RentAgreement, flat: FlatForRent): RentEstimate {
	const band = bandOf(agreement, flat);
	const range = agreedRentRange(agreement, { ...flat, band: band.band });
	return range.ok ? { ok: true, band, range, highest: highestRent(band, range) } : range;
}
