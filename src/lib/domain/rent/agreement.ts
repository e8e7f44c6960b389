import type { Day } from '../calendar/instant';

/** The source of a value: read in the agreement, in one published map only, widely known, or not found. */
export type Certainty = 'found' | 'single-source' | 'known' | 'open';

export const bands = [1, 2, 3] as const;
export type Band = (typeof bands)[number];

/** The elements of a flat and its building. A: every flat needs it. B, C and D: they raise the band. */
export const elementIds = [
	...['A1', 'A2', 'A3', 'A4'],
	...['B1', 'B2', 'B3'],
	...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9'],
	...['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10']
] as const;

/** The id of an element: its letter and number, as in the agreement. */
export type ElementId = `${'A' | 'B' | 'C' | 'D'}${number}`;

/** Lowest and highest rent of a band, in cents per square metre of cadastral area (DPR 138/98) a year. */
export type BandRents = { readonly minCents: number; readonly maxCents: number };

export type ZoneRents = {
	readonly zone: number;
	readonly bands: Readonly<Record<Band, BandRents>>;
	/** The highest rent of a single room, in cents a month; null where the agreement sets none. */
	readonly roomMaxCents: number | null;
};

/** A local agreement on agreed rents (law 431/1998 art. 2(3)): dated numbers, each with its source. */
export type RentAgreement = {
	readonly id: string;
	readonly municipality: string;
	readonly signedOn: Day;
	readonly amendedOn: Day | null;
	/** The day of its deposit, from which its term runs; null where no source gives it. */
	readonly depositedOn: Day | null;
	/** The years after which its limits rise with consumer prices. */
	readonly termYears: number;
	readonly signers: readonly string[];
	readonly zones: readonly ZoneRents[];
	readonly elements: readonly ElementId[];
	readonly bandRule: {
		/** How many elements C band 3 needs. */
		readonly bandThreeFromC: number;
		/** How many elements D the maximum of a band needs. */
		readonly maximumFromD: number;
	};
	readonly corrections: {
		readonly furnishedUpToPercent: { readonly fully: number; readonly partly: number };
		/** Areas in hundredths of a square metre, both ends included. */
		readonly smallFlat: { readonly fromDm2: number; readonly toDm2: number; readonly areaPlusPercent: number };
		/** Percent by years of the first term. The last entry also holds for longer terms. */
		readonly durationPercent: readonly { readonly fromYears: number; readonly percent: number }[];
		readonly energyClassGPercent: number;
	};
	/** Categories of dwellings that the agency does not accept; what is no dwelling is accepted nowhere. */
	readonly excludedCategories: readonly string[];
	readonly certainty: {
		readonly outerLimits: Certainty;
		readonly innerLimits: Certainty;
		readonly elements: Certainty;
		/**
		 * The source for the elements D that the maximum of a band needs, and for how far below it a flat without them
		 * stays.
		 */
		readonly maximumFromD: Certainty;
		readonly belowMaximum: Certainty;
		readonly cumulation: Certainty;
		readonly gap: Certainty;
	};
};
