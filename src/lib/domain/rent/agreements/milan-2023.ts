import { elementIds, type BandRents, type ElementId, type RentAgreement, type ZoneRents } from '../agreement';

/** Converts euro per square metre and year, as printed, to cents. */
const band = (min: number, max: number): BandRents => ({ minCents: min * 100, maxCents: max * 100 });

const zone = (number: number, rents: readonly BandRents[], roomMaxEuro: number | null): ZoneRents => ({
	zone: number,
	bands: { 1: rents[0]!, 2: rents[1]!, 3: rents[2]! },
	roomMaxCents: roomMaxEuro === null ? null : roomMaxEuro * 100
});

/**
 * Local agreement for Milan of 27 July 2023 with the additions of 20 September 2023. Outer limits: the municipality's
 * leaflet and the press of that day. Inner limits of the bands: one published map layer only. Elements and corrections:
 * the agreement's text. It does not say whether corrections are added or multiplied, which band a flat is in that lacks
 * two elements A or has none of B, and how far below the maximum of its band a flat with fewer than five elements D
 * stays.
 */
export const milan2023: RentAgreement = {
	id: 'MI-2023-07-27',
	municipality: 'Milano',
	signedOn: '2023-07-27',
	amendedOn: '2023-09-20',
	depositedOn: null,
	termYears: 3,
	signers: [...['SUNIA', 'UNIAT', 'CONIA'], ...['ASSOEDILIZIA (Confedilizia)', 'UPPI', 'ASPPI', 'APPC', 'CONFAPPI']],
	zones: [
		zone(1, [band(100, 170), band(171, 240), band(241, 310)], null),
		zone(2, [band(70, 100), band(101, 150), band(151, 180)], 600),
		zone(3, [band(60, 95), band(96, 145), band(146, 170)], 500),
		zone(4, [band(55, 90), band(91, 135), band(136, 160)], 450),
		zone(5, [band(50, 85), band(86, 120), band(121, 130)], 400)
	],
	elements: elementIds as readonly ElementId[],
	bandRule: { bandThreeFromC: 3, maximumFromD: 5 },
	corrections: {
		furnishedUpToPercent: { fully: 15, partly: 8 },
		smallFlat: { fromDm2: 28_00, toDm2: 50_00, areaPlusPercent: 10 },
		durationPercent: [
			{ fromYears: 4, percent: 3 },
			{ fromYears: 5, percent: 5 },
			{ fromYears: 6, percent: 8 },
			{ fromYears: 7, percent: 10 }
		],
		energyClassGPercent: -2
	},
	excludedCategories: ['A/1', 'A/8', 'A/9'],
	certainty: {
		outerLimits: 'found',
		innerLimits: 'single-source',
		elements: 'found',
		maximumFromD: 'found',
		belowMaximum: 'open',
		cumulation: 'open',
		gap: 'open'
	}
};
