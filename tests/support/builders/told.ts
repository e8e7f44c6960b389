import fc from 'fast-check';
import type { FactKind } from '$lib/domain/household/fact-kinds';
import { factNames, factOf, type Fact, type FactName } from '$lib/domain/household/facts';
import { MOST_SPANS } from '$lib/domain/household/residence';
import { withConsequences, type Told } from '$lib/domain/household/told';
import { beginningOf, rulesByPart, type RuleInList } from '$lib/domain/ruleset/rule-list';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';

const every = (rules: readonly RuleInList[], part: string) =>
	Object.fromEntries(rules.map(({ path }) => [path.slice(part.length + 1), beginningOf(path)]));

/** Rules that ask everything there is to ask: every requirement and every criterion that the portal knows. */
export const anyRules: RuleSet = {
	...sap2025,
	eligibility: every(rulesByPart.eligibility, 'eligibility'),
	scoring: every(rulesByPart.scoring, 'scoring'),
	residenceCounting: temporary2026.residenceCounting
};

/** An answer to each question that gives no points: no, none, zero. The facts that tests care about are written out below. */
const nothingOf = Object.fromEntries(
	factNames.map((name) => {
		const { kind } = factOf[name].is;
		return [name, kind === 'yes-no' ? false : kind === 'some' ? [] : kind === 'whole' ? 0 : undefined];
	})
) as Told;

/** Everything told by one adult who rents, has lived in Milan for ten years and has few points. */
export function allTold(changes: Partial<Told> = {}): Told {
	return {
		...nothingOf,
		members: [{ id: 'm1', relation: 'applicant', birthDate: '1985-03-10' }],
		citizenship: 'italian',
		livesInLombardy: true,
		regionSince: '2016-01-01',
		municipalitySince: '2016-01-01',
		worksInLombardy: true,
		kind: 'rented',
		netAreaDm2: 6000,
		eviction: 'none',
		unhealthy: false,
		shared: false,
		ownsAdequateHome: false,
		iseeCents: 900_000,
		iseeKind: 'ordinary',
		iseeValidTo: '2026-12-31',
		assetsCents: 100_000,
		lostPublicDwelling: false,
		unpaidArrears: false,
		squatted: false,
		disabilities: [],
		homeHasBarriers: false,
		emergency: [],
		...changes
	};
}

const day = fc
	.integer({ min: 0, max: 25_000 })
	.map((days) => new Date(Date.UTC(1958, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const members = fc
	.array(day, { minLength: 1, maxLength: 8 })
	.map((days) => days.map((birthDate, index) => ({ id: `m${index + 1}`, relation: 'other' as const, birthDate })));
const disability = fc
	.record({
		member: fc.constant('m1'),
		percent: fc.option(fc.integer({ min: 0, max: 100 })),
		serious: fc.boolean(),
		attendanceAllowance: fc.boolean()
	})
	.filter(({ percent, serious, attendanceAllowance }) => percent !== null || serious || attendanceAllowance);
const since = fc.option(day).map((regionSince) => ({ regionSince, livesInLombardy: regionSince !== null }));

const spans = fc
	.array(fc.record({ place: fc.constantFrom('municipality', 'region'), days: fc.tuple(day, day) }), {
		minLength: 1,
		maxLength: MOST_SPANS
	})
	.map((all) => all.map(({ place, days }) => ({ place, from: days.toSorted()[0]!, to: days.toSorted()[1]! })));

/** Any value of a fact, by its kind: a new fact is in every property test from the day it stands in the catalogue. */
function anyValue({ is, ...fact }: Fact): fc.Arbitrary<unknown> {
	const amount = fc.integer({ min: 0, max: 5_000_000 });
	const values: Record<FactKind['kind'], () => fc.Arbitrary<unknown>> = {
		'yes-no': () => fc.boolean(),
		happened: () => fc.boolean(),
		day: () => day,
		since: () => fc.option(day),
		money: () => amount,
		area: () => amount,
		whole: () => fc.integer({ min: 0, max: 'most' in is ? is.most : 0 }),
		one: () => fc.constantFrom(...('choices' in is ? is.choices : [])),
		some: () => fc.subarray('choices' in is ? [...is.choices] : []),
		people: () => members,
		spans: () => spans,
		disabilities: () => fc.array(disability, { maxLength: 1 })
	};
	const value = values[is.kind]();
	return 'blank' in fact && fact.blank === null ? fc.option(value) : value;
}

const merged = (parts: readonly Told[]): Told => Object.assign({}, ...parts) as Told;
const oneFact = (name: FactName): fc.Arbitrary<Told> => anyValue(factOf[name]).map((value) => ({ [name]: value }));

/** Every fact told, each of any value, with what follows from it. */
export const everythingTold: fc.Arbitrary<Told> = fc
	.tuple(...factNames.map(oneFact))
	.map((parts) => withConsequences(merged(parts)));

/** Facts that are told together or not at all. */
const groups: fc.Arbitrary<Told>[] = [
	since,
	...factNames.filter((name) => !['regionSince', 'earlierResidence'].includes(name)).map(oneFact)
];

/** The facts of `from` whose names are in `like`. */
const named = (like: Told, from: Told): Told =>
	Object.fromEntries(Object.entries(from).filter(([name]) => Object.hasOwn(like, name)));

/** What a household has told so far, and what it tells in the end: the blanks filled with any consistent facts. */
export const toldAndLater: fc.Arbitrary<{ told: Told; later: Told }> = fc
	.tuple(fc.tuple(...groups), fc.array(fc.boolean(), { minLength: groups.length, maxLength: groups.length }))
	.map(([parts, kept]) => {
		const later = withConsequences(merged(parts));
		return { told: named(merged(parts.filter((_, index) => kept[index])), later), later };
	});
