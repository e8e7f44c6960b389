import type { Band, RentAgreement } from './agreement';
import { isDwellingCategory, readCategory } from './cadastral-category';

export type Furnished = 'no' | 'partly' | 'fully';

export type RentQuestion = {
	readonly zone: number;
	/** Null for the whole zone: from the minimum of band 1 to the maximum of band 3. */
	readonly band: Band | null;
	/** Cadastral area (DPR 138/98) in hundredths of a square metre. */
	readonly areaDm2: number;
	readonly furnished: Furnished;
	/** The years of the first term of the contract, at least 3. */
	readonly years: number;
	/** A to G, with A1 to A4; null while there is no certificate. */
	readonly energyClass: string | null;
	/** Such as `A/3`, in any spelling; null when not told. */
	readonly cadastralCategory: string | null;
};

/** Cents. Monthly rents are rounded inwards, so that twelve of them stay within the year's range. */
export type RentRange = {
	readonly yearMinCents: number;
	readonly yearMaxCents: number;
	readonly monthMinCents: number;
	readonly monthMaxCents: number;
};

export type Correction = { readonly id: 'furnished' | 'duration' | 'energy-class-g'; readonly percent: number };

export type RentAnswer =
	| {
			readonly ok: true;
			/** With corrections added up. */
			readonly sum: RentRange;
			/**
			 * With corrections multiplied; null when it makes no difference. The agreement does not say which is right.
			 */
			readonly product: RentRange | null;
			readonly corrections: readonly Correction[];
			/**
			 * The area that the rent is computed from, after the correction for small flats, in thousandths of a square
			 * metre.
			 */
			readonly countedAreaThousandths: number;
			readonly smallFlat: boolean;
	  }
	| { readonly ok: false; readonly problem: RentProblem };

type RentProblem = 'zone-unknown' | 'area-invalid' | 'years-invalid' | 'category-excluded' | 'category-no-dwelling';

type Exact = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * The lawful range of an agreed rent. Zone and band give cents per square metre and year. The area is increased by a
 * tenth from 28 to 50 square metres. Furniture raises the maximum only ("up to"); duration and energy class move both
 * ends. The computation is exact until the last step. Source: local agreement, law 431/1998 art. 2(3).
 */
export function agreedRentRange(agreement: RentAgreement, question: RentQuestion): RentAnswer {
	const zone = agreement.zones.find((candidate) => candidate.zone === question.zone);
	const problem = problemOf(agreement, question);
	if (!zone || problem) return { ok: false, problem: problem ?? 'zone-unknown' };
	const { smallFlat, countedAreaThousandths } = countedArea(agreement, question.areaDm2);
	const rents = {
		min: zone.bands[question.band ?? 1].minCents,
		max: zone.bands[question.band ?? 3].maxCents
	};
	const corrections = correctionsOf(agreement, question);
	const moving = corrections.filter((correction) => correction.id !== 'furnished');
	const range = (combine: (percents: readonly number[]) => Exact) =>
		toRange(
			yearly(rents.min, countedAreaThousandths, combine(percents(moving))),
			yearly(rents.max, countedAreaThousandths, combine(percents(corrections)))
		);
	const sum = range(addUp);
	const product = range(multiply);
	return {
		ok: true,
		sum,
		product: same(sum, product) ? null : product,
		corrections,
		countedAreaThousandths,
		smallFlat
	};
}

function problemOf(agreement: RentAgreement, question: RentQuestion): RentProblem | null {
	const { zone, areaDm2, years, cadastralCategory } = question;
	if (!agreement.zones.some((candidate) => candidate.zone === zone)) return 'zone-unknown';
	if (!Number.isSafeInteger(areaDm2) || areaDm2 <= 0 || areaDm2 > 100_000_00) return 'area-invalid';
	if (!Number.isSafeInteger(years) || years < 3) return 'years-invalid';
	return cadastralCategory === null ? null : refuseCategory(agreement, cadastralCategory);
}

function refuseCategory(agreement: RentAgreement, text: string): RentProblem | null {
	if (!isDwellingCategory(text)) return 'category-no-dwelling';
	return agreement.excludedCategories.includes(readCategory(text) ?? '') ? 'category-excluded' : null;
}

function countedArea({ corrections: { smallFlat } }: RentAgreement, areaDm2: number) {
	const small = areaDm2 >= smallFlat.fromDm2 && areaDm2 <= smallFlat.toDm2;
	const countedAreaThousandths = small ? (areaDm2 * (100 + smallFlat.areaPlusPercent)) / 10 : areaDm2 * 10;
	return { smallFlat: small, countedAreaThousandths };
}

function correctionsOf(agreement: RentAgreement, question: RentQuestion): Correction[] {
	const { furnishedUpToPercent, durationPercent, energyClassGPercent } = agreement.corrections;
	const furnished = question.furnished === 'no' ? 0 : furnishedUpToPercent[question.furnished];
	const duration = durationPercent.findLast((step) => question.years >= step.fromYears)?.percent ?? 0;
	const all: Correction[] = [
		{ id: 'furnished', percent: furnished },
		{ id: 'duration', percent: duration },
		{ id: 'energy-class-g', percent: question.energyClass === 'G' ? energyClassGPercent : 0 }
	];
	return all.filter((correction) => correction.percent !== 0);
}

const percents = (corrections: readonly Correction[]) => corrections.map((correction) => correction.percent);

const addUp = (all: readonly number[]): Exact => ({
	numerator: BigInt(all.reduce((total, percent) => total + percent, 100)),
	denominator: 100n
});

const multiply = (all: readonly number[]): Exact =>
	all.reduce<Exact>(
		(total, percent) => ({
			numerator: total.numerator * BigInt(100 + percent),
			denominator: total.denominator * 100n
		}),
		{ numerator: 1n, denominator: 1n }
	);

const yearly = (rentCents: number, areaThousandths: number, factor: Exact): Exact => ({
	numerator: BigInt(rentCents) * BigInt(areaThousandths) * factor.numerator,
	denominator: 1000n * factor.denominator
});

const up = ({ numerator, denominator }: Exact) => Number((numerator + denominator - 1n) / denominator);
const down = ({ numerator, denominator }: Exact) => Number(numerator / denominator);
const month = (year: Exact): Exact => ({ ...year, denominator: year.denominator * 12n });

const toRange = (min: Exact, max: Exact): RentRange => ({
	yearMinCents: up(min),
	yearMaxCents: down(max),
	monthMinCents: up(month(min)),
	monthMaxCents: down(month(max))
});

const same = (a: RentRange, b: RentRange) => a.yearMinCents === b.yearMinCents && a.yearMaxCents === b.yearMaxCents;
