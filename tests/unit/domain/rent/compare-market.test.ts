import { expect, test } from 'vitest';
import { milanSupport } from '$lib/domain/rent/agency-support';
import { compareMarket } from '$lib/domain/rent/compare-market';

test('a 3+2 contract at 700 euros beside 900 euros on the market', () =>
	expect(compareMarket(milanSupport, { rentCents: 700_00, marketCents: 900_00, years: 3 })).toEqual({
		years: { first: 3, whole: 5 },
		agreed: { firstCents: 25_200_00, wholeCents: 42_000_00 },
		oneOffCents: 1_200_00,
		market: { firstCents: 32_400_00, wholeCents: 54_000_00 },
		difference: { firstCents: -6_000_00, wholeCents: -10_800_00 }
	}));

test('the contribution counts once, whatever the length', () => {
	const difference = (years: number) => compareMarket(milanSupport, { rentCents: 1, marketCents: 1, years }).difference;
	expect(difference(6)).toEqual({ firstCents: 2_000_00, wholeCents: 2_000_00 });
	expect(difference(12)).toEqual(difference(6));
});
