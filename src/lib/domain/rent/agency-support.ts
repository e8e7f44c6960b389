import type { Certainty } from './agreement';

/** A fact about the agency's support, with its date and certainty. `null` means: not known today. */
export type SupportFact<Value> = {
	readonly now: Value | null;
	readonly lastKnown: { readonly value: Value; readonly asOf: string };
	readonly certainty: Certainty;
	readonly source: string;
};

export type ContractKind = 'agreed' | 'renewal' | 'transitory' | 'student';

/** The support that a landlord gets for letting through the agency. */
export type AgencySupport = {
	/** One-off, in cents, by years of the first term. The last entry also holds for longer terms. */
	readonly oneOff: readonly { readonly fromYears: number; readonly cents: number }[];
	readonly oneOffSource: string;
	readonly oneOffCertainty: Certainty;
	readonly oneOffWithinMonths: number;
	/** At most so many cents towards works in the flat. */
	readonly renovation: SupportFact<number>;
	/** How many monthly rents the guarantee fund pays at most when the tenant cannot. */
	readonly guaranteeMonths: SupportFact<number>;
	readonly tenantIseeMaxCents: number;
	/** Highest share of the household's income that the rent may take, in percent. */
	readonly rentToIncomeMaxPercent: number | null;
	/** Facts about the landlord's taxes. The portal explains them and never computes taxes. */
	readonly taxes: {
		readonly flatTaxPercent: number;
		readonly propertyTaxPaidPercent: number;
		readonly certainty: Certainty;
	};
};

export const milanSupport: AgencySupport = {
	oneOff: [
		{ fromYears: 3, cents: 1200_00 },
		{ fromYears: 4, cents: 1500_00 },
		{ fromYears: 5, cents: 1800_00 },
		{ fromYears: 6, cents: 2000_00 }
	],
	oneOffSource: 'Milano Abitare, Confedilizia, 2025-06',
	oneOffCertainty: 'single-source',
	oneOffWithinMonths: 12,
	renovation: {
		now: null,
		lastKnown: { value: 4000_00, asOf: '2023' },
		certainty: 'single-source',
		source: 'Milano Abitare, 2023'
	},
	guaranteeMonths: {
		now: null,
		lastKnown: { value: 18, asOf: '2017' },
		certainty: 'open',
		source: 'Milano Abitare, 2017'
	},
	tenantIseeMaxCents: 40_000_00,
	rentToIncomeMaxPercent: null,
	taxes: { flatTaxPercent: 10, propertyTaxPaidPercent: 75, certainty: 'known' }
};

/**
 * The one-off contribution in cents for a contract with a first term of `years`. Null when there is none: transitory
 * and student contracts, renewals (2+1), terms under three years.
 */
export function landlordOneOff(
	support: AgencySupport,
	contract: { readonly kind: ContractKind; readonly years: number }
): number | null {
	if (contract.kind !== 'agreed') return null;
	return support.oneOff.findLast((step) => contract.years >= step.fromYears)?.cents ?? null;
}
