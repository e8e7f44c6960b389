import { noHealthFacts } from '$lib/domain/accessibility/needs';
import type { Household } from '$lib/domain/household/household';

/** An invented household that meets most requirements. */
export const household: Household = {
	members: [
		{ id: 'm1', relation: 'applicant', birthDate: '1988-03-10' },
		{ id: 'm2', relation: 'child', birthDate: '2015-07-01' }
	],
	citizenship: 'italian',
	iseeCents: 9_400_00,
	assetsCents: 3_000_00,
	...{ regionSince: '2010-01-01', municipalitySince: '2012-05-01', worksInLombardy: true },
	home: { kind: 'rented', netAreaDm2: 3_200, eviction: 'enforceable', unhealthy: false },
	ownsAdequateHome: false,
	earlier: { lostPublicDwelling: false, unpaidArrears: false, squatted: false }
};

/** An invented household that fails some requirements and has points of every kind. */
export const poorHousehold: Household = {
	...household,
	...{ citizenship: 'other', iseeCents: 1_00, assetsCents: null, worksInLombardy: false, regionSince: null },
	...{ municipalitySince: null, ownsAdequateHome: true },
	home: { kind: 'improper', netAreaDm2: 900, eviction: 'notified', unhealthy: true, shared: true },
	earlier: { lostPublicDwelling: true, unpaidArrears: true, squatted: true }
};

export const noHealth = noHealthFacts;
