import fc from 'fast-check';
import type { RentedHome, Seeker } from '../../src/lib/domain/matching/rented-home';
import type { Fit, FitQuestion, Terms } from '../../src/lib/domain/matching/terms';

/** Homes, seekers and terms with many ties. Some meet each condition and some do not. */
export type Rentals = { readonly homes: RentedHome[]; readonly seekers: Seeker[]; readonly terms: Terms };

const homeRows = fc.uniqueArray(
	fc.record<RentedHome>({
		id: fc.constantFrom('h1', 'h2', 'h3', 'hé', 'h\u{1F3E0}', 'h\uFF5E'),
		rentCents: fc.constantFrom(500_00, 600_00, 600_01),
		netAreaDm2: fc.constantFrom(40_00, 55_00, null),
		availableFrom: fc.constantFrom('2027-01-01', '2027-02-01'),
		conditions: fc.subarray(['no-smoking', 'no-pets'] as const)
	}),
	{ selector: ({ id }) => id, maxLength: 6 }
);

const seekerRows = fc.uniqueArray(
	fc.record<Seeker>({
		id: fc.integer({ min: 0, max: 30 }).map((n) => `s${n}`),
		people: fc.integer({ min: 1, max: 3 }),
		iseeCents: fc.constantFrom(10_000_00, 40_000_00, 40_000_01),
		yearlyIncomeCents: fc.constantFrom(20_000_00, 24_000_00, null),
		neededBy: fc.constantFrom('2027-01-31', '2027-02-01', null),
		smokes: fc.boolean(),
		hasPets: fc.boolean()
	}),
	{ selector: ({ id }) => id, maxLength: 10 }
);

const someFit = fc.record<Fit>({
	adequateSize: fc.constantFrom(true, true, true, false, null),
	needs: fc.constantFrom('none', 'none', 'suits', 'suits', 'does-not-suit', 'unknown'),
	excessAreaDm2: fc.integer({ min: 0, max: 3 })
});

/** Any result of the fit, one for each home and number of people. */
const questions = fc.array(someFit, { minLength: 18, maxLength: 18 }).map<FitQuestion>((answers) => ({
	profileOf: ({ people }) => String(people),
	fit: ({ id }, { people }) =>
		answers[(['h1', 'h2', 'h3', 'hé', 'h\u{1F3E0}', 'h\uFF5E'].indexOf(id) * 3 + people - 1) % 18]!
}));

export const rentals = fc
	.record({
		homes: homeRows,
		seekers: seekerRows,
		question: questions,
		percent: fc.constantFrom(null, 30),
		caps: fc.record({ perHome: fc.integer({ min: 0, max: 3 }), perSeeker: fc.integer({ min: 0, max: 3 }) }),
		tried: fc.array(fc.record({ home: fc.constantFrom('h1', 'h2', 'gone'), seeker: fc.constantFrom('s1', 's2', 's3') }))
	})
	.map<Rentals>(({ homes, seekers, question, percent, caps, tried }) => ({
		homes,
		seekers,
		terms: {
			question,
			rules: { iseeMaxCents: 40_000_00, rentToIncomeMaxPercent: percent },
			draw: { beacon: 'c0ffee', notice: 'agreed-rent' },
			caps,
			tried
		}
	}));
