import fc from 'fast-check';
import { citizenships, evictions, homeKinds } from '$lib/domain/household/household';
import { emergencyGrounds } from '$lib/domain/household/sensitive-facts';
import { withConsequences, type Told } from '$lib/domain/household/told';

/** Everything told by one adult who rents, has lived in Milan for ten years and has few points. */
export function allTold(changes: Partial<Told> = {}): Told {
	return {
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
const disability = fc.record({
	member: fc.constant('m1'),
	percent: fc.option(fc.integer({ min: 0, max: 100 })),
	serious: fc.boolean(),
	attendanceAllowance: fc.boolean()
});
const since = fc.option(day).map((regionSince) => ({ regionSince, livesInLombardy: regionSince !== null }));

/** Facts that are told together or not at all. */
const groups: fc.Arbitrary<Told>[] = [
	fc.record({ members }),
	fc.record({ citizenship: fc.constantFrom(...citizenships) }),
	since,
	fc.record({ municipalitySince: fc.option(day) }),
	fc.record({ worksInLombardy: fc.boolean() }),
	fc.record({ kind: fc.constantFrom(...homeKinds) }),
	fc.record({ netAreaDm2: fc.option(fc.integer({ min: 1_000, max: 9_000 })) }),
	fc.record({ eviction: fc.constantFrom(...evictions) }),
	fc.record({ unhealthy: fc.boolean() }),
	fc.record({ shared: fc.boolean() }),
	fc.record({ ownsAdequateHome: fc.boolean() }),
	fc.record({ iseeCents: fc.integer({ min: 0, max: 5_000_000 }) }),
	fc.record({ iseeValidTo: day }),
	fc.record({ assetsCents: fc.integer({ min: 0, max: 5_000_000 }) }),
	fc.record({ lostPublicDwelling: fc.boolean() }),
	fc.record({ unpaidArrears: fc.boolean() }),
	fc.record({ squatted: fc.boolean() }),
	fc.record({ disabilities: fc.array(disability, { maxLength: 2 }) }),
	fc.record({ homeHasBarriers: fc.boolean() }),
	fc.record({ emergency: fc.subarray([...emergencyGrounds]) })
];

const merged = (parts: readonly Told[]): Told => Object.assign({}, ...parts) as Told;
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
