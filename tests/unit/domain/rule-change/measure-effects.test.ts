import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthFacts } from '$lib/domain/accessibility/needs';
import type { Household } from '$lib/domain/household/household';
import type { AskedRequest, ChangeOfRules } from '$lib/domain/rule-change/effects';
import { SHOWN } from '$lib/domain/rule-change/for-staff';
import { RequestJudge } from '$lib/domain/rule-change/judge-requests';
import { measureEffects } from '$lib/domain/rule-change/measure-effects';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { disabled2026 } from '$lib/domain/ruleset/sets/disabled-2026';
import { illustrative } from '$lib/domain/ruleset/sets/illustrative';
import { sap2019 } from '$lib/domain/ruleset/sets/sap-2019';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { aHousehold, aHouseholdOf, healthFacts } from '../../../support/builders/household';
import { unmeasured } from '../../../support/builders/measures';
import { naiveEffects } from '../../../support/naive-effects';

const { setAsides: _, ...rules } = sap2019;
const dwelling = (id: string, netAreaDm2: number) => ({
	id,
	list: 'milano',
	netAreaDm2,
	district: null,
	measures: unmeasured,
	setAside: [],
	exclusive: false,
	zone: 'zone-1'
});
const request = (pseudonym: string, household: Household, choices: string[], health = healthFacts()): AskedRequest => {
	return {
		pseudonym,
		household,
		health,
		choices,
		submittedAt: '2026-11-22T10:00:00.000Z',
		ended: false
	};
};
const change = (after: RuleSet, changes: Partial<ChangeOfRules> = {}): ChangeOfRules => ({
	notice: 'n',
	beacon: 'c0ffee',
	before: rules,
	after,
	dwellings: [dwelling('small', 4000), dwelling('large', 5000)],
	...changes
});
const measure = (asked: ChangeOfRules, requests: AskedRequest[]) => {
	const judge = new RequestJudge(asked);
	for (const one of requests) judge.add(one);
	return measureEffects(judge.columns());
};
const effects = (after: RuleSet, requests: AskedRequest[], changes: Partial<ChangeOfRules> = {}) =>
	measure(change(after, changes), requests);
const richer = { ...rules, eligibility: { ...rules.eligibility, isee: illustrative({ maxCents: 1_000_000 }) } };

describe('a change of rules over the requests of a notice', () => {
	it('a lower limit on ISEE excludes a household above it, and the next gets its dwelling', () => {
		const first = aHousehold({ iseeCents: 1_200_000, home: { ...aHousehold().home, unhealthy: true } });
		const found = effects(richer, [
			request('a', first, ['small']),
			request('b', aHousehold({ iseeCents: 900_000 }), ['small'])
		]);
		expect(found).toMatchObject({
			eligible: { before: 2, after: 1 },
			excluded: 1,
			admitted: 0,
			won: 1,
			lost: 1,
			up: 1,
			down: 0
		});
		expect(found.touched).toEqual([
			{
				pseudonym: 'a',
				before: { failed: [], points: 1100, place: 1, home: 'small' },
				after: { failed: ['isee'], points: 1100, place: null, home: null },
				home: 'lost'
			},
			{
				pseudonym: 'b',
				before: { failed: [], points: 600, place: 2, home: null },
				after: { failed: [], points: 600, place: 1, home: 'small' },
				home: 'won'
			}
		]);
	});

	it('a missing fact excludes no household, and one that withdrew takes part in neither', () => {
		const serious = { ...rules, eligibility: { ...rules.eligibility, assets: rules.eligibility.assets! } };
		const gone = { ...request('b', aHousehold(), ['small']), ended: true };
		const found = effects(serious, [request('a', aHousehold({ assetsCents: null }), ['small']), gone]);
		expect(found).toMatchObject({ eligible: { before: 2, after: 2 }, housed: { before: 1, after: 1 }, touched: [] });
	});

	it('other points move the households that have them, up and down', () => {
		const after = { ...rules, scoring: { ...rules.scoring, unhealthyHome: illustrative({ points: 0 }) } };
		const bad = aHousehold({ iseeCents: 1_500_000, home: { ...aHousehold().home, unhealthy: true } });
		const poor = aHousehold({ iseeCents: 600_000 });
		const found = effects(after, [request('a', bad, ['small']), request('b', poor, ['small'])]);
		expect(found).toMatchObject({ up: 1, down: 1, won: 1, lost: 1 });
	});

	it('a size that no longer suits is no longer wished', () => {
		const bands = rules.adequacy.value.bands.map((band) => (band.persons === 2 ? { ...band, minDm2: 4500 } : band));
		const after = { ...rules, adequacy: illustrative({ ...rules.adequacy.value, bands }) };
		const found = effects(after, [request('a', aHouseholdOf(2), ['small', 'large'])]);
		expect(found.touched).toMatchObject([{ before: { home: 'small' }, after: { home: 'large' }, home: 'lost' }]);
	});

	it('other shares set dwellings aside anew, with the same public number', () => {
		const after = {
			...rules,
			setAsides: illustrative([{ category: 'indigent', share: 5_000, rounding: 'up' as const }])
		};
		const strong = aHousehold({
			home: { ...aHousehold().home, unhealthy: true, kind: 'none', netAreaDm2: null },
			iseeCents: 300_001
		});
		const indigent = aHousehold({ iseeCents: 300_000 });
		const one = { dwellings: [dwelling('small', 4000)] };
		const found = effects(after, [request('a', strong, ['small']), request('b', indigent, ['small'])], one);
		expect(found.touched).toMatchObject([
			{ before: { home: 'small' }, after: { home: null } },
			{ before: { home: null }, after: { home: 'small' } }
		]);
	});
});

it('the same rules change nothing, and the reverse change reverses every effect', () => {
	const household = fc
		.record({
			iseeCents: fc.integer({ min: 0, max: 2_000_000 }),
			persons: fc.integer({ min: 1, max: 3 }),
			unhealthy: fc.boolean()
		})
		.map(({ iseeCents, persons, unhealthy }) =>
			aHouseholdOf(persons, { iseeCents, home: { ...aHousehold().home, unhealthy } })
		);
	const choices = fc.shuffledSubarray(['small', 'large'], { minLength: 1 });
	const health = fc.constantFrom<HealthFacts>(healthFacts(), healthFacts('wheelchairIndoors'));
	const requests = fc
		.array(fc.tuple(household, choices, health), { maxLength: 12 })
		.map((some) => some.map(([one, wished, needs], at) => request(`p${at}`, one, wished, needs)));
	fc.assert(
		fc.property(requests, (some) => {
			expect(effects(rules, some)).toMatchObject({
				admitted: 0,
				excluded: 0,
				up: 0,
				down: 0,
				won: 0,
				lost: 0,
				touched: []
			});
			const there = effects(richer, some);
			const back = effects(rules, some.toReversed(), { before: richer });
			expect([there.excluded, there.up, there.won]).toEqual([back.admitted, back.down, back.lost]);
		})
	);
});

describe('the columns of a thread', () => {
	const dwellings = [3000, 4000, 4500, 5200, 6500, 8000].map((netAreaDm2, at) => ({
		...dwelling(`d${(at * 5) % 7}`, netAreaDm2),
		list: at % 2 === 0 ? 'milano' : 'aler',
		setAside: at === 1 ? ['wheelchair', 'reduced-mobility'] : at === 4 ? ['indigent'] : [],
		exclusive: at === 4,
		zone: `zone-${at % 3}`
	}));
	const { value: adequacy } = sap2025.adequacy;
	const poorer = { ...sap2025.eligibility, isee: illustrative({ maxCents: 900_000 }) };
	const larger = { ...adequacy, bands: adequacy.bands.map((band) => ({ ...band, minDm2: band.minDm2 + 700 })) };
	const shares = [{ category: 'indigent', share: 5_000, rounding: 'up' as const }];
	const versions: RuleSet[] = [
		agency2026,
		disabled2026,
		sap2019,
		sap2025,
		{ ...sap2025, eligibility: poorer },
		{ ...sap2025, adequacy: illustrative(larger), setAsides: illustrative(shares) },
		{ ...sap2025, ties: illustrative(['family' as const]), scoring: {} }
	];
	const household = fc
		.record({
			persons: fc.integer({ min: 1, max: 7 }),
			iseeCents: fc.integer({ min: 0, max: 17_000_00 }),
			unhealthy: fc.boolean(),
			since: fc.constantFrom('2004-05-01', '2019-02-03', '2026-10-01'),
			ownsAdequateHome: fc.boolean()
		})
		.map(({ persons, iseeCents, unhealthy, since, ownsAdequateHome }) => {
			const home = { ...aHousehold().home, unhealthy };
			return aHouseholdOf(persons, { iseeCents, home, municipalitySince: since, regionSince: since, ownsAdequateHome });
		});
	const health = fc.constantFrom<HealthFacts>(
		healthFacts(),
		healthFacts('wheelchairIndoors'),
		healthFacts('fewSteps', 'carersRoom'),
		{ ...healthFacts(), severeDisability: true }
	);
	const choices = fc.shuffledSubarray(
		dwellings.map(({ id }) => id),
		{ minLength: 1 }
	);
	const requests = fc
		.array(fc.tuple(household, choices, health, fc.boolean(), fc.nat()), { maxLength: 30 })
		.map((some) =>
			some.map(([one, wished, needs, ended, name], at) => {
				return { ...request(`${name % 10}-${at}`, one, wished, needs), ended: ended && at % 4 === 0 };
			})
		);

	it('give the same as plain objects, version by version', () => {
		fc.assert(
			fc.property(fc.constantFrom(...versions), fc.constantFrom(...versions), requests, (before, after, some) => {
				const asked = change(after, { before, dwellings });
				expect(measure(asked, some)).toEqual(naiveEffects(asked, some, SHOWN));
			}),
			{ numRuns: 300 }
		);
	});
});
