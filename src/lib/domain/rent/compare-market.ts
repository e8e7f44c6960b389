import { landlordOneOff, type AgencySupport } from './agency-support';

/** All in cents. `first`: of the first term. `whole`: with the renewal of two years. */
export type MarketComparison = {
	readonly years: { readonly first: number; readonly whole: number };
	readonly agreed: Totals;
	readonly oneOffCents: number;
	readonly market: Totals;
	/** What the agreed rent and the one-off bring more than the market rent; below zero: less. */
	readonly difference: Totals;
};
type Totals = { readonly firstCents: number; readonly wholeCents: number };

/** Law 431/1998 art. 2(5): an agreed contract is renewed by right for two years. */
const RENEWAL_YEARS = 2;

/**
 * The rent by agreement beside a market rent that the landlord states, over the contract. Rents are cents a month.
 * Taxes are not in it: the portal explains them and never computes them. Neither are months without a tenant or
 * unpaid, which differ from flat to flat.
 */
export function compareMarket(
	support: AgencySupport,
	{
		rentCents,
		marketCents,
		years
	}: { readonly rentCents: number; readonly marketCents: number; readonly years: number }
): MarketComparison {
	const whole = years + RENEWAL_YEARS;
	const totals = (cents: number): Totals => ({ firstCents: cents * 12 * years, wholeCents: cents * 12 * whole });
	const [agreed, market] = [totals(rentCents), totals(marketCents)];
	const oneOffCents = landlordOneOff(support, { kind: 'agreed', years }) ?? 0;
	const difference = {
		firstCents: agreed.firstCents + oneOffCents - market.firstCents,
		wholeCents: agreed.wholeCents + oneOffCents - market.wholeCents
	};
	return { years: { first: years, whole }, agreed, oneOffCents, market, difference };
}
