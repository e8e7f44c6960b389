import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConditions, conditionsForLandlord, maySuggest } from '$lib/domain/matching/conditions';
import type { MatchingRules, RentedHome, Seeker } from '$lib/domain/matching/rented-home';
import { suggestTenants, type PairQuestion } from '$lib/domain/matching/suggest-tenants';

const rules: MatchingRules = { iseeMaxCents: 40_000_00, rentToIncomeMaxPercent: null };
const draw = { beacon: 'c0ffee', notice: 'agreed-rent' };

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

const fits: ReturnType<PairQuestion> = { adequateSize: true, needs: 'none', excessAreaDm2: 0 };
const outcome = (
	id: string,
	changes: { home?: Partial<RentedHome>; seeker?: Partial<Seeker>; rules?: Partial<MatchingRules> } = {}
) =>
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

	it('know only what a landlord may lawfully ask', () => {
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

describe('suggested tenants', () => {
	it('first those whose needs the home meets, then the closest size', () => {
		const seekers = [aSeeker({ id: 'roomy' }), aSeeker({ id: 'close' }), aSeeker({ id: 'needs' })];
		const ask: PairQuestion = (_, { id }) => ({
			adequateSize: true,
			needs: id === 'needs' ? 'suits' : 'none',
			excessAreaDm2: id === 'close' ? 0 : 9_00
		});
		expect(suggestTenants([aHome()], seekers, ask, rules, draw).map((one) => one.seeker)).toEqual([
			'needs',
			'close',
			'roomy'
		]);
	});

	it('depend neither on the order of rows nor on who came first', () =>
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 12 }),
				fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 5 }),
				fc.integer({ min: 1, max: 7 }),
				(people, rents, step) => {
					const seekers = people.map((n) => aSeeker({ id: `s${n}`, iseeCents: n * 500_00 }));
					const homes = rents.map((n) => aHome({ id: `h${n}`, rentCents: 500_00 + (n % 3) }));
					const ask: PairQuestion = (home, { id }) => ({ ...fits, excessAreaDm2: (id.length * home.rentCents) % 5 });
					const turn = <T>(rows: T[]) => [
						...rows.slice(step % (rows.length || 1)),
						...rows.slice(0, step % (rows.length || 1))
					];
					expect(suggestTenants(turn(homes), turn(seekers).reverse(), ask, rules, draw)).toEqual(
						suggestTenants(homes, seekers, ask, rules, draw)
					);
				}
			)
		));
});
