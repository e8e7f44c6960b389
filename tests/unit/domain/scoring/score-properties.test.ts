import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthFacts } from '$lib/domain/accessibility/needs';
import { healthFacts } from '../../../support/builders/household';
import { everythingTold } from '../../../support/builders/told';
import { citizenships, relations } from '$lib/domain/household/choices';
import type { Household } from '$lib/domain/household/household';
import { ruleSets } from '$lib/domain/ruleset/rule-sets';
import { factNames, factOf } from '$lib/domain/household/facts';
import { scoreTold } from '$lib/domain/scoring/score-told';
import { scoreHousehold } from '$lib/domain/scoring/score-household';

const today = '2026-11-22';
const day = fc
	.integer({ min: Date.parse('1930-01-01'), max: Date.parse(today) })
	.map((time) => new Date(time).toISOString().slice(0, 10));
const household: fc.Arbitrary<Household> = fc.record({
	members: fc.array(fc.record({ id: fc.uuid(), relation: fc.constantFrom(...relations), birthDate: day }), {
		minLength: 1,
		maxLength: 9
	}),
	citizenship: fc.constantFrom(...citizenships),
	iseeCents: fc.integer({ min: 0, max: 5_000_000 }),
	assetsCents: fc.constant(0),
	regionSince: fc.option(day),
	municipalitySince: fc.option(day),
	worksInLombardy: fc.boolean(),
	home: fc.record({
		kind: fc.constantFrom('rented', 'owned', 'hosted'),
		netAreaDm2: fc.option(fc.integer({ min: 900, max: 15_000 })),
		eviction: fc.constantFrom('none', 'notified'),
		unhealthy: fc.boolean(),
		shared: fc.boolean()
	}),
	ownsAdequateHome: fc.constant(false),
	earlier: fc.constant({ lostPublicDwelling: false, unpaidArrears: false, squatted: false })
});
const none = healthFacts();
const disability = { member: 'm1', percent: null, serious: false, attendanceAllowance: false };
const severe: HealthFacts = { ...none, severeDisability: true };

describe.each(ruleSets.map((rules) => [rules.id, rules] as const))('under %s', (_, rules) => {
	const total = (one: Household, health = none) => scoreHousehold(one, health, rules, today).total;

	const hardships: [string, (one: Household) => [Household, HealthFacts?]][] = [
		['an eviction that can be enforced', (one) => [{ ...one, home: { ...one.home, eviction: 'enforceable' } }]],
		['an unhealthy home', (one) => [{ ...one, home: { ...one.home, unhealthy: true } }]],
		[
			'a smaller home',
			(one) => [{ ...one, home: { ...one.home, netAreaDm2: Math.min(one.home.netAreaDm2 ?? 900, 900) } }]
		],
		[
			'the loss of the home',
			(one) => [{ ...one, home: { ...one.home, kind: 'none', netAreaDm2: null, unhealthy: false, shared: false } }]
		],
		['a shared home', (one) => [{ ...one, home: { ...one.home, shared: true } }]],
		['a severe disability', (one) => [one, severe]],
		['a home with barriers', (one) => [one, { ...none, homeHasBarriers: true }]],
		[
			'an attendance allowance',
			(one) => [one, { ...none, disabilities: [{ ...disability, attendanceAllowance: true }] }]
		]
	];
	it.each(hardships)('%s never lowers the points', (_name, suffer) => {
		fc.assert(
			fc.property(household, (one) => {
				expect(total(...suffer(one))).toBeGreaterThanOrEqual(total(one));
			})
		);
	});

	// What a household without a home cannot have is wrong with a home where it has it.
	const wrongWithHome = factNames.filter(
		(name) => factOf[name].is.kind === 'yes-no' && factOf[name].withoutHome === false
	);
	it.each(wrongWithHome)('%s: the answer yes never lowers the points', (name) => {
		fc.assert(
			fc.property(everythingTold, (told) => {
				const points = (answer: boolean) => scoreTold({ ...told, [name]: answer }, rules, today).score.total;
				expect(points(true)).toBeGreaterThanOrEqual(points(false));
			})
		);
	});

	it('a barrier at home is worth no more than having no home', () => {
		fc.assert(
			fc.property(household, (one) => {
				const homeless: Household = {
					...one,
					home: { ...one.home, kind: 'none', netAreaDm2: null, shared: false, unhealthy: false }
				};
				expect(total(homeless)).toBeGreaterThanOrEqual(total(one, { ...none, homeHasBarriers: true }));
			})
		);
	});

	it('a higher percentage of disability never lowers them', () => {
		const percent = fc.integer({ min: 0, max: 100 });
		const of = (some: number) => ({ ...none, disabilities: [{ ...disability, percent: some }] });
		fc.assert(
			fc.property(household, percent, percent, (one, a, b) => {
				expect(total(one, of(Math.max(a, b)))).toBeGreaterThanOrEqual(total(one, of(Math.min(a, b))));
			})
		);
	});

	it('a higher ISEE never raises them', () => {
		fc.assert(
			fc.property(household, fc.integer({ min: 1, max: 3_000_000 }), (one, more) => {
				expect(total({ ...one, iseeCents: one.iseeCents + more })).toBeLessThanOrEqual(total(one));
			})
		);
	});

	it('one more year of residence never lowers them', () => {
		const earlier = (since: string | null) =>
			since && `${Number(since.slice(0, 4)) - 1}${since.slice(4).replace('-02-29', '-02-28')}`;
		fc.assert(
			fc.property(household, (one) => {
				const longer = {
					...one,
					regionSince: earlier(one.regionSince),
					municipalitySince: earlier(one.municipalitySince)
				};
				expect(total(longer)).toBeGreaterThanOrEqual(total(one));
			})
		);
	});

	it('the order of the members never matters', () => {
		const shuffled = household.chain((one) =>
			fc
				.shuffledSubarray([...one.members], { minLength: one.members.length })
				.map((members) => [one, { ...one, members }] as const)
		);
		fc.assert(
			fc.property(shuffled, ([one, other]) => {
				expect(scoreHousehold(other, none, rules, today)).toEqual(scoreHousehold(one, none, rules, today));
			})
		);
	});

	it('lines add up to sub-scores and sub-scores to the total, in whole hundredths', () => {
		fc.assert(
			fc.property(household, (one) => {
				const score = scoreHousehold(one, severe, rules, today);
				expect(score.lines.reduce((sum, line) => sum + line.points, 0)).toBe(score.total);
				expect(Object.values(score.subscores).reduce((sum, points) => sum + points, 0)).toBe(score.total);
				expect(Number.isInteger(score.total)).toBe(true);
			})
		);
	});
});
