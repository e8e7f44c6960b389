import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { checkConditions, conditionsForLandlord, maySuggest } from '$lib/domain/matching/conditions';
import type { LawfulCondition, MatchingRules, RentedHome, Seeker } from '$lib/domain/matching/rented-home';
import { suggestTenants } from '$lib/domain/matching/suggest-tenants';
import { rentals } from '../../../support/random-rentals';

const rules: MatchingRules = { iseeMaxCents: 40_000_00, rentToIncomeMaxPercent: null };

const aHome = (changes: Partial<RentedHome> = {}): RentedHome => ({
	id: 'h1',
	rentCents: 700_00,
	netAreaDm2: 60_00,
	availableFrom: '2027-02-01',
	conditions: [],
	...changes
});

const aSeeker = (changes: Partial<Seeker> = {}): Seeker => ({
	id: 's1',
	people: 3,
	iseeCents: 18_000_00,
	yearlyIncomeCents: 28_000_00,
	neededBy: null,
	smokes: false,
	hasPets: false,
	...changes
});

const fits = { adequateSize: true, needs: 'none' } as const;
type Changes = { home?: Partial<RentedHome>; seeker?: Partial<Seeker>; rules?: Partial<MatchingRules> };
const outcome = (id: string, changes: Changes = {}) =>
	checkConditions(aHome(changes.home), aSeeker(changes.seeker), fits, { ...rules, ...changes.rules }).find(
		(condition) => condition.id === id
	)?.outcome;

describe('hard conditions', () => {
	it.each([
		[40_000_00, 'met'],
		[40_000_01, 'not-met']
	])('ISEE of %i cents: %s', (iseeCents, expected) =>
		expect(outcome('isee', { seeker: { iseeCents } })).toBe(expected)
	);

	it('leave the rent against income unknown while the agency has set no share', () =>
		expect(outcome('rent')).toBe('unknown'));

	it.each([
		[700_00, 'met'],
		[700_01, 'not-met']
	])('judge a rent of %i cents against 30 %% of 28,000 euro once it has', (rentCents, expected) =>
		expect(outcome('rent', { home: { rentCents }, rules: { rentToIncomeMaxPercent: 30 } })).toBe(expected)
	);

	it.each([
		['2027-02-01', 'met'],
		['2027-01-31', 'not-met'],
		[null, 'met']
	])('dates: to move by %s', (neededBy, expected) => expect(outcome('dates', { seeker: { neededBy } })).toBe(expected));

	it('contain only what a landlord may lawfully ask', () => {
		const home = { conditions: ['no-smoking', 'no-pets'] as const };
		expect(outcome('no-smoking', { home, seeker: { smokes: true } })).toBe('not-met');
		expect(outcome('no-pets', { home, seeker: { smokes: true } })).toBe('met');
		expect(outcome('no-pets')).toBeUndefined();
	});

	it.each([
		['none', true],
		['suits', true],
		['suits-with-works', false],
		['does-not-suit', false],
		['unknown', false]
	] as const)('needs answered by "%s" may be suggested: %s', (needs, expected) =>
		expect(maySuggest(checkConditions(aHome(), aSeeker(), { adequateSize: true, needs }, rules))).toBe(expected)
	);

	it('refuse a size that was not measured', () =>
		expect(maySuggest(checkConditions(aHome(), aSeeker(), { adequateSize: null, needs: 'none' }, rules))).toBe(false));

	it('tell the landlord nothing of needs, met or absent', () =>
		expect(conditionsForLandlord(checkConditions(aHome(), aSeeker(), { ...fits, needs: 'suits' }, rules))).toEqual(
			conditionsForLandlord(checkConditions(aHome(), aSeeker(), fits, rules))
		));
});

describe('no household is filtered out by a personal trait', () => {
	it('a landlord can ask two things, and no type has room for a third', () => {
		expectTypeOf<LawfulCondition>().toEqualTypeOf<'no-smoking' | 'no-pets'>();
		expectTypeOf<RentedHome['conditions'][number]>().toEqualTypeOf<LawfulCondition>();
		expectTypeOf<keyof Seeker>().toEqualTypeOf<
			'id' | 'people' | 'iseeCents' | 'yearlyIncomeCents' | 'neededBy' | 'smokes' | 'hasPets'
		>();
		// @ts-expect-error nationality is not a lawful condition
		aHome({ conditions: ['italians-only'] });
	});

	it('whatever else a record asks counts for nothing, and so does whatever else is known of a household', () =>
		fc.assert(
			fc.property(rentals, fc.infiniteStream(fc.constantFrom('it', 'ma', 'pe')), (day, words) => {
				const homes = day.homes.map((home) => ({
					...home,
					conditions: [...home.conditions, 'no-children', 'italians-only'] as unknown as LawfulCondition[]
				}));
				const seekers = day.seekers.map((seeker) => ({
					...seeker,
					nationality: words.next().value,
					children: words.next().value,
					health: words.next().value
				}));
				expect(suggestTenants(homes, seekers, day.terms)).toEqual(suggestTenants(day.homes, day.seekers, day.terms));
			})
		));
});
