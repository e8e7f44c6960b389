import { needsOf, type HealthFacts, type Need } from '$lib/domain/accessibility/needs';
import type { Member } from '$lib/domain/household/fact-parts';
import type { Household } from '$lib/domain/household/household';

let made = 0;

/** An adult, with these changes. */
export function aMember(changes: Partial<Member> = {}): Member {
	return { id: `m${(made += 1)}`, relation: 'applicant', birthDate: '1985-03-10', ...changes };
}

/** One adult who rents, has lived in Milan for a month, meets every requirement and has no points. */
export function aHousehold(changes: Partial<Household> = {}): Household {
	return {
		members: [aMember({ id: 'm1' })],
		citizenship: 'italian',
		iseeCents: 1_590_000,
		assetsCents: 0,
		regionSince: '2026-10-01',
		municipalitySince: '2026-10-01',
		worksInLombardy: true,
		home: { kind: 'rented', netAreaDm2: 6000, eviction: 'none', unhealthy: false },
		ownsAdequateHome: false,
		earlier: { lostPublicDwelling: false, unpaidArrears: false, squatted: false },
		...changes
	};
}

/** A household of `persons`: one adult and children of ten. */
export function aHouseholdOf(persons: number, changes: Partial<Household> = {}): Household {
	const children = Array.from({ length: persons - 1 }, (_, index) =>
		aMember({ id: `m${index + 2}`, relation: 'child', birthDate: '2016-05-01' })
	);
	return aHousehold({ members: [aMember({ id: 'm1' }), ...children], ...changes });
}

export function healthFacts(...needs: Need[]): HealthFacts {
	return { needs: needsOf(needs), severeDisability: false };
}
