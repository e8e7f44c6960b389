import { adequacyOf } from '../../src/lib/domain/eligibility/adequacy';
import type { RentedHome, Seeker } from '../../src/lib/domain/matching/rented-home';
import type { Fit, FitQuestion, Terms } from '../../src/lib/domain/matching/terms';
import { agency2026 } from '../../src/lib/domain/ruleset/sets/agency-2026';
import { seededRandom } from './seeded-random';

/** Each home and household, with what the records do not show: what the home offers and what the household needs. */
type Home = RentedHome & { readonly accessible: number };
type Household = Seeker & { readonly needs: number };
export type Rentals = { readonly homes: Home[]; readonly seekers: Household[]; readonly terms: Terms };

const PEOPLE = [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6];
const day = (n: number) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);

/**
 * Flats of 30 to 95 m2 at agreed rents; households of one to six persons, one in eight with one of six profiles of
 * needs. One household in five meets the conditions of a landlord who excludes smoking or pets. Most dates fit.
 */
export function someRentals(homes: number, seekers: number, seed: number): Rentals {
	const random = seededRandom(seed);
	return {
		homes: Array.from({ length: homes }, (_, i) => aHome(i, random)),
		seekers: Array.from({ length: seekers }, (_, i) => aSeeker(i, random)),
		terms: {
			question,
			rules: { iseeMaxCents: 40_000_00, rentToIncomeMaxPercent: null },
			draw: { beacon: 'c0ffee', notice: `wave ${seed}` }
		}
	};
}

const under = (limit: number, random: () => number) => Math.floor(random() * limit);

function aHome(i: number, random: () => number): Home {
	const netAreaDm2 = 30_00 + under(65_00, random);
	const conditions = (['no-smoking', 'no-pets'] as const).filter(() => random() < 0.2);
	const rentCents = Math.round((netAreaDm2 * (8 + random() * 6)) / 100) * 100;
	const availableFrom = day(under(120, random));
	return { id: `h${i}`, netAreaDm2, rentCents, availableFrom, conditions, accessible: under(64, random) };
}

function aSeeker(i: number, random: () => number): Household {
	const iseeCents = 6_000_00 + under(34_000_00, random);
	return {
		id: `s${i}`,
		people: PEOPLE[under(PEOPLE.length, random)]!,
		iseeCents,
		yearlyIncomeCents: Math.round(iseeCents * (1 + random())),
		neededBy: random() < 0.3 ? day(60 + under(200, random)) : null,
		smokes: random() < 0.22,
		hasPets: random() < 0.25,
		needs: random() < 1 / 8 ? 1 + under(6, random) : 0
	};
}

const question: FitQuestion = {
	profileOf: (seeker) => `${seeker.people} ${(seeker as Household).needs}`,
	fit(home, seeker): Fit {
		const { needs, people } = seeker as Household;
		const { bands } = agency2026.adequacy.value;
		return {
			adequateSize: adequacyOf(agency2026, home.netAreaDm2, people) === 'adequate',
			needs: needs === 0 ? 'none' : ((home as Home).accessible >> (needs - 1)) & 1 ? 'suits' : 'does-not-suit',
			excessAreaDm2: Math.max(0, home.netAreaDm2! - bands[Math.min(people, bands.length) - 1]!.minDm2)
		};
	}
};
